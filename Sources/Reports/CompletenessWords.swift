// What is missing from sums, in one sentence for every surface, and for other programs.

import Domain
import Resources

extension Words {
  /// "Ufuldstændig: mindst 3 poster mangler (log/euc-… kan ikke læses), fejl i schools.json."; nil when
  /// nothing is known to be missing. As a mark in a cell it begins small and has no full stop.
  package func shortfall(_ completeness: Completeness, isMark: Bool = false) -> String? {
    let parts = [
      records(completeness),
      completeness.brokenDocuments.isEmpty
        ? nil : self("incomplete.documents", ["files": files(completeness.brokenDocuments.map(\.file))]),
      completeness.newerFormat.map { self("incomplete.newer", ["version": String($0)]) },
      completeness.gaps.contains(.newerRecords) ? self("incomplete.newerRecords") : nil,
    ].compactMap { $0 }
    if parts.isEmpty { return nil }
    let text = self("cli.figures.incomplete") + ": " + parts.joined(separator: ", ")
    return isMark ? text : text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// How many records are missing; where a file could not be read, at least so many.
  private func records(_ completeness: Completeness) -> String? {
    let unread = completeness.unreadFiles
    if unread.isEmpty {
      let missing = completeness.missing
      if missing == 0 { return nil }
      return self(missing == 1 ? "incomplete.one" : "incomplete.many", ["count": number(missing)])
    }
    let least = max(1, completeness.missing)
    let key = least == 1 ? "incomplete.least.one" : "incomplete.least.many"
    let count = self(key, ["count": number(least)])
    return count + " " + self("incomplete.unread", ["files": files(unread)])
  }

  /// `a.json og b.json`; of many the first, and how many more there are.
  func files(_ paths: [String]) -> String {
    guard let first = paths.first, paths.count > 1 else { return paths.first ?? self("incomplete.folder") }
    if paths.count == 2 { return self("incomplete.two", ["first": first, "second": paths[1]]) }
    return self("incomplete.more", ["first": first, "count": String(paths.count - 1)])
  }
}

extension Completeness {
  /// For other programs, in every JSON that has sums in it.
  var members: [JSON.Member] {
    [
      .init("complete", .bool(isComplete)), .init("missing", .integer(missing)),
      .init("gaps", .list(gaps.map(\.json))),
    ]
  }
}

extension FolderPicture.Gap {
  fileprivate var json: JSON {
    switch self {
    case .brokenDocument(let subject): ["kind": .text("document"), "file": .text(subject.file)]
    case .unreadLog(let file): ["kind": .text("log"), "file": .text(file)]
    case .newerFormat, .newerRecords: ["kind": .text("newer"), "file": .null]
    }
  }
}
