// `indsigt`: what the folder says of one colleague, for the colleague who asks.

import Domain
import Reports
import Store

extension Context {
  /// Prints the entry, every record and open handover with the colleague's id, and how long each stays.
  func insight(into typed: String) throws(Failure) {
    let folder = try openFolder()
    let context = speaking(for: folder)
    let words = context.words
    let picture = try folder.picture(LogScope(visitWeeks: .around(now.day)))
    let id = try context.named(typed, in: picture)
    let insight = picture.insight(into: id, local: clock.moment)
    let clock = clock
    let report = InsightReport(insight, documents: folder.documents, local: { clock.moment(of: $0) })
    if options.isJSON {
      try console.print(report.json.description)
      return context.sayShortfall(of: picture)
    }
    if insight.entry == nil {
      console.say(words("cli.insight.left", ["id": id.text]))
    } else {
      try console.print(report.entry(words).text)
      console.say(words("cli.insight.entryKept"))
    }
    if !insight.items.isEmpty { try console.print("\n" + report.records(words).text) }
    console.say(words("cli.insight.foot", ["count": words.number(insight.items.count)]))
    context.sayFaults(of: picture)
  }

  /// A colleague of the list, or an id that only records name, as that of one who has left.
  private func named(_ typed: String, in picture: FolderPicture) throws(Failure) -> Colleague.ID {
    do throws(Failure) { return try picture.documents.find(colleague: typed).id } catch {
      let known = picture.namedColleagues.first { Spelling.isSame($0.text, typed) }
      guard let known else { throw error }
      return known
    }
  }
}
