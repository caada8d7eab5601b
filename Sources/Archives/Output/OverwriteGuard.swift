internal import Glibc

extension InputFile {
  /// Refuses a run that would write over what it reads, or two outputs into one file: opening an
  /// output empties it.
  ///
  /// - Parameters:
  ///   - outputs: the files that are written; `-` is none, and those not there yet harm no input.
  /// - Throws: `overwrites`.
  public static func protect(
    _ inputs: [String], filter: InputFilter = InputFilter(), from outputs: [String]
  ) throws(ArchivesError) {
    var names: Set<String> = []
    var written: Set<FileIdentity> = []
    for output in outputs where output != "-" {
      let file = FileIdentity(output)
      // Devices take what several writers send.
      let isNew = file.map { written.insert($0).inserted } ?? names.insert(output).inserted
      guard isNew || InputPath(output).isSpecial else {
        throw ArchivesError(
          .overwrites, place: output, message: "named for two outputs; give each a file of its own")
      }
    }
    if written.isEmpty { return }
    for input in try all(of: inputs, filter: filter) where input.size != nil {
      guard let file = FileIdentity(input.path), written.contains(file) else { continue }
      throw ArchivesError(
        .overwrites, place: input.path,
        message: "is read by this run and would be written over; name another output")
    }
  }
}

/// A regular file by what it is, whatever it is called.
private struct FileIdentity: Hashable {
  var device: dev_t
  var inode: ino_t

  /// nil where there is no such file.
  init?(_ path: String) {
    guard let status = InputPath(path).status, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    device = status.st_dev
    inode = status.st_ino
  }
}

extension InputPath {
  /// It is there and no regular file: a pipe, a device.
  fileprivate var isSpecial: Bool { status.map { $0.st_mode & S_IFMT != S_IFREG } ?? false }
}
