// What the desk is given when the program starts.

import Domain
import Resources

/// What the desk needs from outside to begin with.
package struct DeskStart: Sendable {
  package var picture: FolderPicture
  package var now: Moment
  package var words: Words
  /// The school given by `--skole`, or the one remembered on this machine.
  package var school: School.ID?
  /// The colleague given by `--som`.
  package var colleague: Colleague.ID?
  /// The login name of the user.
  package var login: String?
  /// The writers of this machine in this folder, newest last: whose records "Fortryd" takes back.
  package var writers: [String]
  /// Random bits for new ids.
  package var makeID: @Sendable () -> (UInt64, UInt64)
  /// The local day and time of a moment of the log.
  package var local: @Sendable (UTCTime) -> Moment
  /// What became of what was being saved when the program was left last.
  package var fate: SaveFate?

  package init(
    picture: FolderPicture, now: Moment, words: Words, school: School.ID? = nil,
    colleague: Colleague.ID? = nil, login: String? = nil, writers: [String] = [],
    makeID: @escaping @Sendable () -> (UInt64, UInt64), local: (@Sendable (UTCTime) -> Moment)? = nil,
    fate: SaveFate? = nil
  ) {
    self.picture = picture
    self.now = now
    self.words = words
    self.school = school
    self.colleague = colleague
    self.login = login
    self.writers = writers
    self.makeID = makeID
    self.fate = fate
    // Without a time zone, the distance that holds now: an hour wrong across a change of the clock.
    self.local = local ?? { now.shifted(to: $0) }
  }
}

extension Moment {
  /// The local day and time of another moment, at this one's distance from world time.
  fileprivate func shifted(to other: UTCTime) -> Moment {
    let minutesOfDay = 24 * 60
    let here = day.dayNumber * minutesOfDay + time.minutes
    // Whole minutes, rounded down also before 1970.
    let (there, between) = (other.seconds, utc.seconds)
    let minutes = here + Int((Double(there - between) / 60).rounded(.down))
    let dayNumber = Int((Double(minutes) / Double(minutesOfDay)).rounded(.down))
    let clock = ClockTime(minutes: minutes - dayNumber * minutesOfDay) ?? time
    return Moment(day: CivilDate(dayNumber: dayNumber), time: clock, utc: other)
  }
}

/// Who sits here, and where: what the program believes until it is told otherwise.
struct Identity: Equatable, Sendable {
  /// What the program was started with.
  struct Claim: Equatable, Sendable {
    /// The colleague given by `--som`.
    var colleague: Colleague.ID?
    var login: String?
  }

  var colleague: Colleague.ID?
  var school: School.ID?

  /// The likeliest: `--som`, then the login, then who has duty that day at the remembered school.
  static func proposed(
    by claim: Claim, at remembered: School.ID?, in picture: FolderPicture, now: Moment
  ) -> Identity {
    let documents = picture.documents
    let school = remembered.flatMap(documents.school)
    let known = claim.login.flatMap { login in documents.colleagues.first { $0.login == login }?.id }
    if let colleague = claim.colleague.flatMap(documents.colleague)?.id ?? known {
      let duty = picture.roster.shifts(of: colleague, on: now.day).first?.school
      return Identity(
        colleague: colleague, school: school?.id ?? duty ?? documents.colleague(colleague)?.school)
    }
    let today = school.flatMap { school in picture.today(at: now).first { $0.school.id == school.id } }
    return Identity(colleague: today?.shift(at: now.time)?.colleague, school: school?.id)
  }
}
