// Why a writer did not go on where it left off, and what a failed call becomes for the screen.

import Domain

/// Why a new epoch was begun. Told once; the old files stay as they are.
package enum EpochReason: Equatable, Sendable {
  /// The remembered state could not be read.
  case unreadableMark
  /// Files stand there that the remembered state does not know.
  case unknownFile(String)
  /// The file ends in something that is no record of ours; `validEnd` is where the last one ends.
  case tornTail(file: String, validEnd: Int)
  /// The last record does not verify any more.
  case damagedTail(file: String)
  /// The file is shorter than it was, so it was restored or rolled back.
  case shorterThanMark(file: String, size: Int, expected: Int)
  /// Another file stands in its place, or none.
  case replaced(file: String)
  /// The newest file was begun in a later week than today's.
  case laterThanToday(file: String)
  /// The disk took only part of a line.
  case shortWrite(file: String)
  /// A call failed while a line was being written or put on the disk.
  case failed(SystemError)

  /// Whether people should hear of it: the folder or the disk did something it should not.
  package var isNotable: Bool {
    switch self {
    case .laterThanToday, .unreadableMark: false
    case .unknownFile, .tornTail, .damagedTail, .shorterThanMark, .replaced, .shortWrite, .failed: true
    }
  }
}

/// A new epoch was begun in the place of an old one.
package struct EpochNotice: Equatable, Sendable {
  package var reason: EpochReason
  /// The folder of the writer that is not written to any more, if there was one.
  package var old: WriterName?
  package var new: WriterName
}

extension SaveFailure {
  /// A failed call in this machine's state of the folder.
  package init(inState path: String, _ error: SystemError) {
    self = error.isFull ? .noSpace(path: path) : .stateUnusable(path: path, code: error.code)
  }

  /// What a failed call means for the one who wants to save.
  package init(_ error: SystemError) {
    if error.isFull {
      self = .noSpace(path: error.path)
    } else if error.code == SystemError.readOnlyFileSystem {
      self = .readOnlyFileSystem(path: error.path)
    } else if error.isDenied {
      self = .noPermission(path: error.path)
    } else {
      self = .inputOutput(call: error.call.rawValue, path: error.path, code: error.code)
    }
  }
}
