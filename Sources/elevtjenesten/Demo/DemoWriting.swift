// Writes a made-up folder: documents, the log in bulk, and the files of the handovers that are open.

import Domain
import Store

extension DemoGenerator {
  /// Makes the folder at `path`, which must not exist or be empty. The same seed makes the same bytes.
  mutating func write(
    to path: String, seed: UInt64, progress: (Int) -> Void
  ) throws(Failure) {
    // Numbers of its own, so that names and ids do not depend on how much is written.
    let numbers = DemoNumbers(seed: seed)
    do throws(CreationFailure) {
      _ = try FolderCreation.create(at: path, documents: world.documents, random: numbers.next)
    } catch {
      throw .creation(error)
    }
    let bulk = BulkWriter(folder: path, program: DataFolder.program, random: numbers.next)
    var files: [(file: DemoHandoverFile, day: CivilDate)] = []
    var weeks = DemoWeeks(documents: world.documents, seed: seed)
    let (clock, now) = (clock, now)
    var (done, percent) = (0, -1)
    let total = dayCount
    do throws(SaveFailure) {
      try run { (chapter) throws(SaveFailure) in
        for (school, event) in chapter.events {
          weeks.take(try bulk.write(event, desk: school, on: chapter.day))
        }
        for record in weeks.records(on: chapter.day, clock: clock, now: now) {
          try bulk.write(.week(record), desk: nil, on: chapter.day)
        }
        files += chapter.files.map { ($0, chapter.day) }
        done += 1
        if done * 100 / total > percent {
          percent = done * 100 / total
          progress(percent)
        }
      }
      try bulk.finish()
      try Self.write(files, to: path, numbers)
    } catch {
      throw .save(error)
    }
  }

  private static func write(
    _ files: [(file: DemoHandoverFile, day: CivilDate)], to path: String, _ numbers: DemoNumbers
  ) throws(SaveFailure) {
    guard !files.isEmpty else { return }
    var writers: [String: String] = [:]
    do throws(SystemError) {
      for name in try Directory(named: path).folder("log").names() {
        if let writer = WriterName(name) { writers[writer.desk] = name }
      }
    } catch {
      throw SaveFailure(error)
    }
    let place = HandoverFiles(folder: path)
    for (file, day) in files {
      var entry = file.entry
      entry.writer = writers[WriterName(school: file.school, epoch: 0).desk] ?? ""
      try place.add(entry, offer: file.offer, to: file.handover, on: day, random: numbers.next())
    }
  }
}

/// Random numbers to be handed around.
final class DemoNumbers {
  private var random: DemoRandom

  init(seed: UInt64) {
    random = DemoRandom(seed: seed ^ 0xE1E7_7E7E)
  }

  func next() -> UInt64 { random.next() }
}
