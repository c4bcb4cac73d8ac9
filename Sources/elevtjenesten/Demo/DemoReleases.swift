// Releases the quarters that a demo's past holds whole, as a coordinator would have done when they were over.

import Domain
import Reports
import Store

/// Makes the releases of a folder that has just been written.
struct DemoReleases {
  let path: String
  let documents: Documents
  let clock: Clock
  let now: Moment
  let seed: UInt64

  /// Every quarter from its first week to its last; one with too few visits is not released.
  func make(from first: CivilDate) throws(Failure) {
    let identity: FolderIdentity
    do throws(FolderIdentity.Fault) { identity = try FolderIdentity(folder: path) } catch { return }
    // The writer of these records is one of its own, as is every file written here.
    let numbers = DemoNumbers(seed: seed ^ 0x4E1E_A5ED)
    let bulk = BulkWriter(folder: path, program: DataFolder.program, random: numbers.next)
    var quarter = Period(quarterOf: ISOWeek(containing: first))
    if quarter.weeks.lowerBound.monday < first { quarter = quarter.adding(1) }
    while Self.day(of: quarter) < now.day {
      try release(quarter, identity, bulk, numbers)
      quarter = quarter.adding(1)
    }
    do throws(SaveFailure) { try bulk.finish() } catch { throw .save(error) }
  }

  /// The Friday after the quarter's last week was over.
  private static func day(of quarter: Period) -> CivilDate {
    quarter.weeks.upperBound.adding(weeks: 1).date(of: .friday)
  }

  private func release(
    _ quarter: Period, _ identity: FolderIdentity, _ bulk: BulkWriter, _ numbers: DemoNumbers
  ) throws(Failure) {
    var reader = LogReader(
      folder: path, scope: LogScope(visitWeeks: PeriodFigures.weeksToRead(of: quarter)))
    do throws(SystemError) { _ = try reader.refresh() } catch { throw .system(error) }
    let picture = FolderPicture(documents: documents, ledger: reader.ledger)
    let facts = ReleaseMaker.Facts(covers: reader.coverage)
    let maker = ReleaseMaker(picture: picture, key: identity.releaseKey, facts: facts)
    guard let figures = try? maker.make(quarter, now: now) else { return }
    let day = Self.day(of: quarter)
    let at = clock.utc(day: day, time: ClockTime(clamping: 10 * 60))
    do throws(ReleaseFiles.Trouble) {
      let sha256 = try ReleaseFiles(folder: path).write(figures, random: numbers.next())
      let record = ReleaseRecord(
        id: RecordID(high: numbers.next(), low: numbers.next()), at: at, by: DemoWorld.coordinator,
        file: ReleaseFiles.file(figures), period: quarter.description, sha256: sha256)
      try write(.release(record), bulk, day)
    } catch {
      switch error {
      case .refused(let refusal): throw .release(refusal, quarter)
      case .failed(let failure): throw .save(failure)
      }
    }
  }

  private func write(
    _ event: Event, _ bulk: BulkWriter, _ day: CivilDate
  ) throws(ReleaseFiles.Trouble) {
    do throws(SaveFailure) { try bulk.write(event, desk: nil, on: day) } catch { throw .failed(error) }
  }
}
