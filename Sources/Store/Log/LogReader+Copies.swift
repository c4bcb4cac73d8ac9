// Second versions of files: known by what they hold, whatever a synchroniser or a person has called them.

import Domain

extension LogReader {
  /// A file of no name of ours that was looked into: whose second version it is, if of any.
  struct Probe: Sendable {
    var facts: FileFacts
    var original: SegmentName?
  }

  /// Of which file of this writer a file with another name is a second version: its head says so.
  mutating func original(at place: Place, in folder: borrowing Directory) -> SegmentName? {
    // What a synchroniser is writing just now gets its name from it.
    guard !place.name.hasPrefix("."), let facts = try? folder.facts(of: place.name), facts.kind == .file
    else { return nil }
    if let probe = probes[place], probe.facts == facts { return probe.original }
    let start = (try? folder.reader(place.name).bytes(limit: LineCodec.longest)) ?? []
    let head = Segment(head: start)
    let original = head.flatMap { $0.writer == place.writer ? $0.name : nil }
    probes[place] = Probe(facts: facts, original: original)
    return original
  }

  /// The place of the file that what stands at a place is a second version of; nil for a file itself.
  func original(of copy: Place) -> Place? {
    guard SegmentName(copy.name) == nil, let name = readings[copy]?.name else { return nil }
    return Place(writer: copy.writer, name: name.description)
  }
}

extension Segment {
  /// The head that a file begins with, if its first line is a whole one.
  fileprivate init?(head bytes: [UInt8]) {
    let segment = bytes.withUnsafeBytes { raw -> Segment? in
      guard let end = raw.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let line = UnsafeRawBufferPointer(rebasing: raw[..<end])
      guard let record = try? LineCodec.decode(line) else { return nil }
      let kind = UnsafeRawBufferPointer(rebasing: line[record.kind])
      let body = UnsafeRawBufferPointer(rebasing: line[record.body])
      for stream in Stream.allCases {
        if case .segment(let segment)? = try? EventCoding.decode(kind: kind, body: body, stream: stream) {
          return segment
        }
      }
      return nil
    }
    guard let segment else { return nil }
    self = segment
  }
}
