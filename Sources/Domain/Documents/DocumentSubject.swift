// Which documents there are, and why one of them cannot be changed from the screen.

/// A document that people edit, by what it is about.
package enum DocumentSubject: String, CaseIterable, Hashable, Sendable {
  case settings, schools, colleagues, topics, calendar, offers

  /// The file's name in the data folder.
  package var file: String { rawValue + ".json" }
}

/// Why a document cannot be changed by this user just now.
package enum DocumentLock: Equatable, Sendable {
  /// The rights of the folder do not let this user replace it.
  case noPermission
  /// The file is broken: it holds what somebody meant to write, and is not overwritten.
  case broken
}
