// The C library must know that text is UTF-8, or ncurses would take æ for two characters.

import Glibc

/// The character set of the process.
package enum UTF8Locale {
  /// Tried in this order when the user's own locale is not UTF-8, as in a bare container.
  package static let spare = ["C.UTF-8", "C.utf8", "da_DK.UTF-8", "en_US.UTF-8"]

  /// Makes the C library read and write UTF-8.
  ///
  /// A locale named in the environment but not installed counts as none. Only the character set is
  /// taken from a spare one: order and language of the user's locale are not ours to change.
  package static func establish() throws(TerminalError) {
    if setlocale(LC_ALL, "") != nil || setlocale(LC_CTYPE, "") != nil, isUTF8 { return }
    for name in spare where setlocale(LC_CTYPE, name) != nil && isUTF8 { return }
    throw .noUTF8Locale
  }

  /// True when the C library takes text for UTF-8 now.
  package static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name).uppercased() == "UTF-8"
  }
}
