// A small program that does one thing with a data folder: several of it write at once, and are killed.
//
// append DATA STATE SCHOOL COUNT   adds records (0: until it is stopped), printing each id once it is saved
// document DATA                    changes one entry of a document, as a form does
// forget DATA STATE DAY            forgets what is due on a day
// sweep DATA STATE                 puts `handovers/` right, as the desk does at its start

import Domain
import Glibc
import Store

/// Says an id to whoever counts, in one call, so that none is cut in two by a kill.
func acknowledge(_ id: RecordID) {
  let line = Array((id.description + "\n").utf8)
  if write(STDOUT_FILENO, line, line.count) != line.count { exit(74) }
}

func random() -> UInt64 { UInt64.random(in: .min ... .max) }

func writer(_ folder: String, state: String, school: School.ID) throws(SystemError) -> LogWriter {
  LogWriter(
    folder: folder, state: try StateFolder(path: state), school: school, program: "elevtjenesten test",
    random: random)
}

func append(_ count: Int, at school: School.ID, by writer: LogWriter, on today: CivilDate) {
  var written = 0
  while count == 0 || written < count {
    let tick = Tick(id: RecordID(high: random(), low: random()), day: today, school: school)
    do throws(SaveFailure) {
      _ = try writer.append(.sparring(tick), on: today)
      acknowledge(tick.id)
    } catch {
      // Somebody else held the lock for too long on a busy machine: not saved, not acknowledged.
      continue
    }
    written += 1
  }
}

func changeDocument(in folder: String) throws(SaveFailure) {
  let store = DocumentStore(folder: folder, cache: nil)
  let loaded = store.load()
  var documents = loaded.documents
  for index in documents.colleagues.indices where documents.colleagues[index].id == "CET" {
    documents.colleagues[index].place = "Lokale 7"
  }
  _ = try store.save(.colleagues, of: documents, over: loaded, random: random())
}

func sweep(_ folder: String, state: String, on today: CivilDate) throws {
  let writer = try writer(folder, state: state, school: "EUC")
  try writer.locked { () throws(SaveFailure) in
    do throws(SystemError) {
      var reader = LogReader(folder: folder)
      _ = try reader.refresh()
      let files = HandoverFiles(folder: folder)
      let swept = try files.sweep(
        reader.ledger, isWhole: reader.findings.hasAllSteps, writer: writer.currentWriter, on: today,
        random: random)
      if let failure = swept.failed.first { throw failure }
    } catch {
      throw SaveFailure(error)
    }
  }
}

func forget(_ folder: String, state: String, on day: CivilDate) throws {
  let documents = Documents(settings: Settings(name: "Prøve"), schools: [], colleagues: [])
  let now = Moment(day: day, time: ClockTime(clamping: 900), utc: UTCTime(seconds: day.dayNumber * 86_400))
  let forgetter = try Forgetter(folder: folder, documents: documents, now: now)
  let report = try forgetter.carryOut(with: try writer(folder, state: state, school: "EUC"))
  if let failed = report.failed.first { throw failed.error }
}

let arguments = CommandLine.arguments.dropFirst().map { $0 }
guard let today = CivilDate("2026-03-05"), let what = arguments.first else { exit(64) }
do {
  switch (what, arguments.count) {
  case ("append", 5):
    let school = School.ID(arguments[3])
    let writer = try writer(arguments[1], state: arguments[2], school: school)
    append(Int(arguments[4]) ?? 1, at: school, by: writer, on: today)
  case ("document", 2): try changeDocument(in: arguments[1])
  case ("forget", 4):
    guard let day = CivilDate(arguments[3]) else { exit(64) }
    try forget(arguments[1], state: arguments[2], on: day)
  case ("sweep", 3): try sweep(arguments[1], state: arguments[2], on: today)
  default: exit(64)
  }
} catch {
  exit(74)
}
