// `frigiv`: publishes the protected figures of a period, after a look at what is about to be fixed.

import Domain
import Reports
import Resources
import Store

extension Context {
  /// Shows what is released, names the days that were not counted, and releases without asking.
  func release(_ period: Period) throws(Failure) {
    try console.requireOutput()
    let folder = try openFolder()
    let context = speaking(for: folder)
    let releasing: Releasing
    do throws(SystemError) { releasing = try Releasing(folder, period: period, clock: clock) } catch {
      throw .system(error)
    }
    let preview = ReleasePreview(period: period, picture: releasing.picture, now: now)
    if let refusal = preview.refusal { throw .release(refusal, period) }
    if let reason = releasing.picture.readOnly { throw .readOnly(reason) }
    context.say(preview)
    let recorder = Recorder(folder)
    let by = try colleague(in: folder.documents)?.id
    let released: ReleasedFigures
    do throws(ReleaseFiles.Trouble) {
      released = try releasing.release(period, by: by, recorder: recorder)
    } catch {
      switch error {
      case .refused(let refusal): throw .release(refusal, period)
      case .failed(let failure): throw .save(failure)
      }
    }
    let file = "releases/" + ReleaseFiles.file(released)
    if options.isJSON {
      try console.print(JSON.object([.init("file", .text(file))]).description, isSaved: true)
    } else {
      try console.print(file, isSaved: true)
    }
    context.console.say(
      context.words("cli.release.done", ["period": context.words.periodTitle(period), "file": file]))
  }

  /// How many days of one school are named before the rest is only counted.
  private static let namedDays = 8

  private func say(_ preview: ReleasePreview) {
    let figures = preview.figures
    console.say(
      words(
        "cli.release.visits",
        [
          "period": words.periodTitle(preview.period), "visits": words.number(figures.total.visits),
          "headline": figures.headline(words),
        ]))
    if preview.uncounted.isEmpty { console.say(words("cli.release.allCounted")) }
    for entry in preview.uncounted {
      let named = entry.days.prefix(Self.namedDays).map { words.weekdayAndDay($0) }.joined(separator: ", ")
      if entry.days.isEmpty {
        let days = words.counted(entry.count, one: "report.uncounted.one", many: "report.uncounted.many")
        console.say(entry.school.name + ": " + days)
        continue
      }
      let more = entry.count - Self.namedDays
      let days = more > 0 ? words("cli.release.more", ["days": named, "count": String(more)]) : named
      console.say(words("cli.release.uncounted", ["school": entry.school.name, "days": days]))
    }
    if !preview.quarters.isEmpty {
      let names = preview.quarters.map { words.period($0) }.joined(separator: ", ")
      console.say(words("cli.release.quarters", ["periods": names]))
    }
  }
}
