// Publishes the protected figures of a period: the file first, then the record that makes it count.

import Domain
import Reports
import Store

/// A folder that has been read as far as the figures of a period need it.
struct Releasing {
  private let folder: DataFolder
  private let clock: Clock
  private var reader: PictureReader

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

  private func make(
    _ period: Period, _ picture: FolderPicture
  ) throws(ReleaseFiles.Trouble) -> ReleasedFigures {
    do throws(ReleaseRefusal) { return try maker(picture).make(period, now: clock.now()) } catch {
      throw .refused(error)
    }
  }

  private func maker(_ picture: FolderPicture) -> ReleaseMaker {
    let now = clock.now()
    let facts = ReleaseMaker.Facts(
      days: { period in
        let total = PeriodFigures(period: period, picture: picture, now: now).total
        return ReleasedFigures.Days(
          opening: total.openingDays, staffed: total.staffedDays, counted: total.countedDays)
      }, covers: reader.coverage)
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
