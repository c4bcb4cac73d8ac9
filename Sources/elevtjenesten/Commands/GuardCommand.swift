// `tjek-tekst`: lines in, one word out for each; never the text.

import Domain
import Guard

extension Context {
  /// Prints `blok`, `advarsel` or `ok` for every line of standard input.
  func checkText(isAboutYoung: Bool) throws(Failure) {
    try console.requireOutput()
    try console.forEachLine { (line) throws(Failure) in
      try console.print(Guard.answer(toLine: line, scope: isAboutYoung ? .aboutYoungPerson : .plain))
    }
  }
}
