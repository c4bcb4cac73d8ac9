// Codes that look like a CPR number: how many a file holds, and where else such a code stands.

import Domain

extension Forgetter {
  /// How many different codes of topics, schools and colleagues in a file the guard refuses.
  package func refusedCodes(in file: LoggedFile) -> Int {
    var codes = file.tally?.codes ?? []
    // What cannot be read now is said when it is to be forgotten.
    for event in (try? contents(of: file).events) ?? [] { codes.formUnion(event.codes) }
    return codes.count(where: TextGuard.refuses(id:))
  }

  /// Files of published figures that hold such a code, by their paths. No release is ever changed.
  package var releasesWithRefusedCodes: [String] {
    let figures = (try? ReleaseFiles(folder: folder).published(by: reader.ledger).figures) ?? []
    let periods = Set(figures.filter(\.hasRefusedCode).map(\.period.description))
    return Set(reader.ledger.releases.values.filter { periods.contains($0.body.period) }.map(\.body.file))
      .sorted().map { "releases/" + $0 }
  }

  /// Whether the writer's own name, and so a folder and the heads of its files, looks like a CPR number.
  package func isWriterRefused(of file: LoggedFile) -> Bool {
    place(file.path).map { TextGuard.refuses(id: $0.writer.desk) } ?? false
  }
}

extension ReleasedFigures {
  fileprivate var hasRefusedCode: Bool {
    let tables = [all] + schools.values
    let codes = tables.flatMap { $0.topics.map(\.code) } + labels.map(\.code) + schools.keys.map(\.text)
    return (codes + (rows ?? []).map(\.school.text)).contains(where: TextGuard.refuses(id:))
  }
}
