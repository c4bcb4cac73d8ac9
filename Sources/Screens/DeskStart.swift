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

  package init(
    picture: FolderPicture, now: Moment, words: Words, school: School.ID? = nil,
    colleague: Colleague.ID? = nil, login: String? = nil, writers: [String] = [],
    makeID: @escaping @Sendable () -> (UInt64, UInt64)
  ) {
    self.picture = picture
    self.now = now
    self.words = words
    self.school = school
    self.colleague = colleague
    self.login = login
    self.writers = writers
    self.makeID = makeID
  }
}

/// Who sits here, and where: what the program believes until it is told otherwise.
struct Identity: Equatable, Sendable {
  var colleague: Colleague.ID?
  var school: School.ID?

  /// The likeliest: `--som`, then the login, then who has duty today at the remembered school.
  static func proposed(by start: DeskStart) -> Identity {
    let documents = start.picture.documents
    let roster = start.picture.roster
    let asked =
      start.colleague ?? documents.colleagues.first { $0.login != nil && $0.login == start.login }?.id
    if let asked {
      let own = roster.shifts(of: asked, on: start.now.day).first?.school
      return Identity(
        colleague: asked, school: start.school ?? own ?? documents.colleague(asked)?.school)
    }
    let school = start.school.flatMap(documents.school)
    let shift = school.flatMap { school in
      start.picture.today(at: start.now).first { $0.school.id == school.id }?.shift(at: start.now.time)
    }
    return Identity(colleague: shift?.colleague, school: school?.id)
  }
}
