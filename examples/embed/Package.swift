// swift-tools-version:6.2
import PackageDescription

let package = Package(
  name: "embed",
  dependencies: [
    // In a program of your own: .package(url: "https://github.com/…/hilal", from: "0.1.0").
    .package(name: "hilal", path: "../.."),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .executableTarget(
      name: "server",
      dependencies: [.product(name: "HilalPacks", package: "hilal"), "FlyingFox"])
  ]
)
