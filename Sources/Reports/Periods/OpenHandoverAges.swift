// How long the open handovers have waited to be taken over, in groups.

import Domain

/// The handovers that wait, by age. For colleagues: these are exact numbers of the moment, close to what
/// a release rounds, so they stand on the screen and in no file that leaves the house.
package struct OpenHandoverAges: Equatable, Sendable {
  /// Waiting for a week at most.
  package var young = 0
  /// Longer than a week.
  package var waiting = 0
  /// Longer than the limit of a long wait ("Har ventet over 14 dage").
  package var long = 0
  /// Taken over and not ended.
  package var takenOver = 0

  package init(picture: FolderPicture, day: CivilDate) {
    let settings = picture.documents.settings
    for handover in picture.openHandovers {
      if !handover.state.isWithSender {
        takenOver += 1
      } else if handover.isLongWait(on: day, limitDays: settings.longWaitDays) {
        long += 1
      } else if day.days(since: handover.waitingSince) > 7 {
        waiting += 1
      } else {
        young += 1
      }
    }
  }
}
