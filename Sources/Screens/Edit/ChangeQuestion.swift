// What a change of the documents brings with it, asked before it is saved.

import Canvas
import Domain
import Reports

/// Documents as they would be, and what that does to roster, handovers and figures.
struct WantedChange: Equatable, Sendable {
  var documents: Documents
  var consequences: [Consequence]
}

extension Desk {
  /// The change with what it brings with it now.
  func wanting(_ documents: Documents) -> WantedChange {
    WantedChange(documents: documents, consequences: picture.consequences(of: documents, at: now))
  }

  /// One sentence each.
  func lines(about change: WantedChange) -> [String] {
    let sentences = ConsequenceWords(words, before: picture.documents, after: change.documents)
    return change.consequences.map(sentences.line)
  }

  /// The documents after an entry was deleted. A topic's code is never used again, so that entry stays and
  /// is marked.
  func documents(deleting key: EntryKey) -> Documents {
    guard case .topic(let id) = key else { return picture.documents.removing(key) }
    var documents = picture.documents
    for place in documents.topics.indices where documents.topics[place].id == id {
      documents.topics[place].isRetired = true
    }
    return documents
  }

  /// As many of these as have room, whole, and how many more there are.
  func fitting(_ things: [String], rows: Int, width: Int) -> [String] {
    var lines: [String] = []
    for (index, thing) in things.enumerated() {
      let wrapped = DisplayWidth.wrap(thing, to: width)
      let isLast = index == things.count - 1
      guard lines.count + wrapped.count + (isLast ? 0 : 1) <= rows else {
        return lines + [words("question.more", ["count": words.number(things.count - index)])]
      }
      lines += wrapped
    }
    return lines
  }
}
