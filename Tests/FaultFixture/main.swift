// A small program that does nothing but add records: several of it write at once, and are killed.
//
// Arguments: data folder, state folder, school, how many (0: until it is stopped). Prints each id
// once it is on the disk.

import Domain
import Glibc
import Store

/// Says an id to whoever counts, in one call, so that none is cut in two by a kill.
func acknowledge(_ id: RecordID) {
  let line = Array((id.description + "\n").utf8)
  if write(STDOUT_FILENO, line, line.count) != line.count { exit(74) }
}

let arguments = CommandLine.arguments
guard arguments.count == 5, let count = Int(arguments[4]), let today = CivilDate("2026-03-05") else {
  exit(64)
}
let school = School.ID(arguments[3])
func random() -> UInt64 { UInt64.random(in: .min ... .max) }

do throws(SystemError) {
  let state = try StateFolder(path: arguments[2])
  let writer = LogWriter(
    folder: arguments[1], state: state, school: school, program: "elevtjenesten test", random: random)
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
} catch {
  exit(74)
}
