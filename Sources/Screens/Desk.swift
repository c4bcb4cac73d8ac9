// The whole interface as one value: what is known, who is here, which screen is open.

import Canvas
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
    colleague: Colleague.ID? = nil,
    login: String? = nil, writers: [String] = [], makeID: @escaping @Sendable () -> (UInt64, UInt64)
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

/// The front desk. `handle` takes a key and says what is wanted; `draw` shows the state.
package struct Desk: Sendable {
  package private(set) var picture: FolderPicture
  package private(set) var now: Moment
  package private(set) var words: Words

  package init(_ start: DeskStart) {
    picture = start.picture
    now = start.now
    words = start.words
  }

  /// Takes a key; returns what is to be done, in this order.
  package mutating func handle(_ key: Key) -> [Request] {
    []
  }

  /// Takes the result of a request.
  package mutating func receive(_ answer: Answer, to request: Request) -> [Request] {
    []
  }

  /// Takes what happened outside.
  package mutating func receive(_ news: News) -> [Request] {
    []
  }

  /// The screen as it is now.
  package func draw(size: Size) -> Canvas {
    Canvas(size: size)
  }
}
