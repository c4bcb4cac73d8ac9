// Publishes the protected figures of a period: the file first, then the record that makes it count.

import Domain
import Reports
import Store

/// A folder that has been read as far as the figures of a period need it.
struct Releasing {
  private let folder: DataFolder
  private let clock: Clock
  private var reader: PictureReader

  /// The moment in which it is read is the one in which weeks are seen as ended.
  init(_ folder: DataFolder, period: Period, clock: Clock) throws(SystemError) {
    self.folder = folder
    self.clock = clock
    reader = PictureReader(folder, scope: LogScope(visitWeeks: PeriodFigures.weeksToRead(of: period)))
    _ = try reader.refresh()
  }

  var picture: FolderPicture { reader.picture }

  /// Publishes a period, for a school year first the quarters it is the sum of. Who was quicker, on
  /// whatever machine, is who is published.
  func release(
    _ period: Period, by colleague: Colleague.ID?, recorder: Recorder
  ) throws(ReleaseFiles.Trouble) -> ReleasedFigures {
    var reader = reader
    try endWeeks(of: period, by: colleague, recorder)
    do throws(SystemError) { _ = try reader.refresh() } catch { throw .failed(SaveFailure(error)) }
    var picture = reader.picture
    let quarters: [Period]
    do throws(ReleaseRefusal) {
      quarters = try picture.quartersToRelease(with: period, now: clock.now())
    } catch {
      throw .refused(error)
    }
    for quarter in quarters {
      picture.releases.append(try publish(make(quarter, picture), by: colleague, recorder))
    }
    return try publish(make(period, picture), by: colleague, recorder)
  }

  /// Figures are released of weeks that have ended. One that cannot be is named by the refusal that follows.
  private func endWeeks(
    of period: Period, by colleague: Colleague.ID?, _ recorder: Recorder
  ) throws(ReleaseFiles.Trouble) {
    do throws(WeekTrouble) {
      _ = try WeekEnder(folder: folder, clock: clock).endWeeks(of: period, by: colleague, recorder: recorder)
    } catch {
      switch error {
      case .system(let error): throw .failed(SaveFailure(error))
      case .failed(let failure): throw .failed(failure)
      // Both are said where the release itself is refused.
      case .readOnly, .refused: return
      }
    }
  }

  private func make(
    _ period: Period, _ picture: FolderPicture
  ) throws(ReleaseFiles.Trouble) -> ReleasedFigures {
    do throws(ReleaseRefusal) { return try maker(picture).make(period, now: clock.now()) } catch {
      throw .refused(error)
    }
  }

  private func maker(_ picture: FolderPicture) -> ReleaseMaker {
    let facts = ReleaseMaker.Facts(covers: reader.coverage)
    return ReleaseMaker(picture: picture, key: folder.identity.releaseKey, facts: facts)
  }

  private func publish(
    _ figures: ReleasedFigures, by colleague: Colleague.ID?, _ recorder: Recorder
  ) throws(ReleaseFiles.Trouble) -> ReleasedFigures {
    let now = clock.now()
    let machine = folder.machine
    do throws(SaveFailure) { try recorder.seal.verify() } catch { throw .failed(error) }
    let sha256 = try ReleaseFiles(folder: folder.path).write(figures, random: machine.random())
    let record = ReleaseRecord(
      id: machine.id(), at: now.utc, by: colleague, file: ReleaseFiles.file(figures),
      period: figures.period.description, sha256: sha256)
    do throws(SaveFailure) {
      _ = try recorder.record([.release(record)], desk: nil, on: now.day)
    } catch {
      throw .failed(error)
    }
    var published = figures
    published.released = now.utc
    return published
  }
}
