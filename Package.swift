// swift-tools-version:6.2
import PackageDescription

/// With HILAL_UNDEFINED set the guard around Lua traps on undefined behaviour, for Tests/Fuzz/ScriptFuzz: Swift has no
/// such check, and C code of others is not ours to hold to it.
let guardSettings: [CSetting] =
  Context.environment["HILAL_UNDEFINED"] == nil
  ? [] : [.unsafeFlags(["-fsanitize=undefined", "-fsanitize-trap=undefined"])]

/// The rooms of the house (see the architecture page): each knows only rooms above it.
let targets: [Target] = [
  // Doors to the system's C libraries.
  .systemLibrary(
    name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
  .target(name: "CLuaGuard", dependencies: ["CLua"], cSettings: guardSettings),
  .target(
    name: "CSimdjson",
    linkerSettings: [.linkedLibrary("simdjson")]),
  .systemLibrary(
    name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev", "libisal-dev"])]),
  .target(name: "CGumbo", linkerSettings: [.linkedLibrary("gumbo")]),
  .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

  // The text core, the records, the layers, the patterns.
  .target(name: "ArabicText"),
  .target(name: "Articles"),
  .target(name: "Extraction", dependencies: ["ArabicText", "Articles"]),
  .target(name: "Patterns", dependencies: ["ArabicText", "Articles", "Extraction"]),

  // Lua, the packs, the archives, the runner.
  .target(name: "LuaSandbox", dependencies: ["CLuaGuard"]),
  .target(
    name: "RulePacks",
    dependencies: [
      "ArabicText", "Articles", "Extraction", "Patterns", "LuaSandbox", "CNettle",
      .product(name: "TOMLKit", package: "TOMLKit"),
    ]),
  .target(
    name: "Archives",
    dependencies: [
      "ArabicText", "Articles", "CSimdjson", "CArchive", "CGumbo",
      .product(name: "GRDB", package: "GRDB.swift"),
    ]),
  .target(
    name: "BatchRunner",
    dependencies: ["ArabicText", "Articles", "Extraction", "RulePacks", "Archives"],
    exclude: ["Schemas"]),
  // The local page: an archive read, rules written and findings judged in a browser. Its files are part of the program.
  .target(name: "CStudioAssets"),
  .target(
    name: "Studio",
    dependencies: [
      "ArabicText", "Articles", "RulePacks", "Archives", "BatchRunner",
      .product(name: "GRDB", package: "GRDB.swift"),
      "CStudioAssets",
      .product(name: "Hummingbird", package: "hummingbird"),
      .product(name: "HummingbirdCore", package: "hummingbird"),
      .product(name: "HTTPTypes", package: "swift-http-types"),
      .product(name: "Logging", package: "swift-log"),
      .product(name: "NIOCore", package: "swift-nio"),
      .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      .product(name: "UnixSignals", package: "swift-service-lifecycle"),
    ],
    exclude: ["Assets"]),
  .executableTarget(
    name: "hilal",
    dependencies: [
      "Articles", "RulePacks", "Archives", "BatchRunner", "Studio",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ]),

  // What holds of all layers: checked by tests, by the fuzzer and while speed is measured.
  .target(
    name: "LayerChecks", dependencies: ["ArabicText", "Articles", "Extraction", "Archives"],
    path: "Tests/Fuzz/LayerChecks"),
  .executableTarget(
    name: "layer-fuzz", dependencies: ["LayerChecks", "Articles", "Extraction", "RulePacks"],
    path: "Tests/Fuzz/LayerFuzz"),
  .executableTarget(
    name: "script-fuzz", dependencies: ["LayerChecks", "Articles", "RulePacks"],
    path: "Tests/Fuzz/ScriptFuzz", exclude: ["run.sh"]),
  .executableTarget(
    name: "layer-speed", dependencies: ["LayerChecks", "Articles", "Extraction"],
    path: "Tests/Benchmarks/LayerSpeed"),

  // Scripts that do what they should not, for tests and for measuring how fast they are stopped.
  .target(
    name: "HostileScripts", path: "Tests/Hostile",
    exclude: [
      "arguments.lua", "attempts.lua", "collisions.lua", "crowds.lua", "errors.lua",
      "libraries.lua", "loading.lua", "loops.lua", "memory.lua",
      "metatables.lua", "objects.lua", "output.lua", "patterns.lua", "recursion.lua",
      "strings.lua", "tables.lua",
    ]),
  .executableTarget(
    name: "sandbox-cost",
    dependencies: [
      "HostileScripts", "LayerChecks", "Articles", "RulePacks", "Archives", "BatchRunner",
    ],
    path: "Tests/Benchmarks/SandboxCost"),

  // The least that any run must do, for Tests/Benchmarks.
  .executableTarget(
    name: "floor", dependencies: ["ArabicText", "Archives", "Articles"],
    path: "Tests/Benchmarks/Floor"),

  // Tests mirror the rooms.
  .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText"]),
  .testTarget(
    name: "ExtractionTests",
    dependencies: ["Extraction", "ArabicText", "Articles", "LayerChecks"]),
  .testTarget(
    name: "PatternsTests", dependencies: ["Patterns", "Extraction", "ArabicText", "Articles"]),
  .testTarget(name: "LuaSandboxTests", dependencies: ["LuaSandbox"]),
  .testTarget(
    name: "RulePacksTests",
    dependencies: ["RulePacks", "Articles", "HostileScripts"],
    exclude: ["Fixtures"]),
  .testTarget(
    name: "ArchivesTests",
    dependencies: ["Archives", "Articles", .product(name: "GRDB", package: "GRDB.swift")]),
  .testTarget(
    name: "BatchRunnerTests",
    dependencies: ["BatchRunner", "RulePacks", "Archives", "Articles"]),
  .testTarget(
    name: "StudioTests",
    dependencies: [
      "Studio", "Archives", "Articles", "BatchRunner", "RulePacks",
      .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "Hummingbird", package: "hummingbird"),
      .product(name: "HummingbirdCore", package: "hummingbird"),
      .product(name: "Logging", package: "swift-log"),
      .product(name: "HTTPTypes", package: "swift-http-types"),
      .product(name: "NIOCore", package: "swift-nio"),
      .product(name: "NIOEmbedded", package: "swift-nio"),
      .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    ]),
  .executableTarget(
    name: "reader-fuzz", dependencies: ["Archives", "Articles"],
    path: "Tests/Fuzz/ReaderFuzz", exclude: ["run.sh", "seeds.py"]),
  // Runs the built program, which the dependency has built beside the tests.
  .testTarget(
    name: "CommandLineTests",
    dependencies: [
      "hilal", "BatchRunner", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "TOMLKit", package: "TOMLKit"),
    ]),
]

/// One settings list for every Swift target, tests included.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]
let doors: Set<String> = [
  "CLua", "CLuaGuard", "CSimdjson", "CArchive", "CGumbo", "CNettle", "CStudioAssets",
]
for target in targets where !doors.contains(target.name) {
  target.swiftSettings = settings
}

let package = Package(
  name: "hilal",
  products: [
    .executable(name: "hilal", targets: ["hilal"]),
    // Packs over articles in memory.
    .library(name: "HilalPacks", targets: ["Articles", "RulePacks"]),
    // Archives read, runs over them, findings written.
    .library(name: "HilalArchives", targets: ["Archives", "BatchRunner"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    // Hummingbird's own, named because the studio says their types.
    .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.0.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.0.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
  ],
  targets: targets,
  cLanguageStandard: .c17,
  cxxLanguageStandard: .cxx17
)
