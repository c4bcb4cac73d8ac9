// What a record says: an event, the head of a file, what remains of a forgotten one, or something newer.

import Domain

/// The content of a record.
package enum RecordBody: Equatable, Sendable {
  case event(Event)
  /// The first record of each file.
  case segment(Segment)
  /// The second and last record of a forgotten file.
  case tally(Tally)
  /// A kind this program does not know: verified, skipped and named.
  case unknown(kind: String)
}

/// The first record of a file: whose it is, and what it goes on from.
package struct Segment: Equatable, Sendable {
  /// The valid end of the file before it, of this writer or of an earlier epoch.
  package struct Continuation: Equatable, Hashable, Sendable {
    package var bytes: Int
    /// `<writer>/<name>`
    package var file: String

    package init(bytes: Int, file: String) {
      self.bytes = bytes
      self.file = file
    }
  }

  package var continues: Continuation?
  /// Name and version of the program that began the file.
  package var program: String
  /// Stream and week, or year.
  package var name: SegmentName
  package var writer: WriterName

  package init(continues: Continuation?, program: String, name: SegmentName, writer: WriterName) {
    self.continues = continues
    self.program = program
    self.name = name
    self.writer = writer
  }
}
