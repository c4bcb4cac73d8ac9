// `demo` and `demo-data`.

import Domain
import Foundation
import Glibc
import Store
import Terminal

/// How much a demo begins with.
private enum DemoSize {
  static let weeks = 26
  static let seed: UInt64 = 2018
}

extension Context {
  /// `demo`: the desk on a made-up folder.
  func demo(keep: String?) throws(Failure) -> ExitCode {
    // From here on a signal ends the desk, not the process: a temporary folder must not stay behind.
    SignalInbox.block()
    let demo = keep.map { DemoFolder(keptAt: $0) } ?? DemoFolder(temporaryWith: machine.random())
    defer { demo.remove() }
    let world = DemoWorld.embedded(words)
    let start = options.now == nil ? world.pretendedStart(now) : nil
    let clock = start.map { self.clock.pretending($0) } ?? self.clock
    try prepare(demo, world, clock)
    var machine = machine
    machine.environment = demo.environment(machineID: machine.environment.machineID)
    let folder = try DataFolder(
      FolderPlace(path: demo.path, isNamed: true), machine: machine, isTimePretended: clock.isPretended)
    let context = Context(
      console: console, environment: environment, machine: machine, clock: clock, options: options,
      words: words)
    let colleague = try context.colleague(in: folder.documents)?.id ?? world.identity(on: clock.now().day)
    let code = try context.runDesk(folder, colleague: colleague, school: DemoWorld.home)
    if !demo.isTemporary { console.say(words("cli.demo.kept", ["path": demo.path])) }
    return code
  }

  /// Makes the folder, unless a demo is there already.
  private func prepare(_ demo: DemoFolder, _ world: DemoWorld, _ clock: Clock) throws(Failure) {
    guard (try? FolderIdentity(folder: demo.path)) != nil else { return try make(demo, world, clock) }
    let place = FolderPlace(path: demo.path, isNamed: true)
    let folder = try DataFolder(place, machine: machine, isTimePretended: false)
    guard folder.documents.settings.isDemo else { throw .folder(.notDemo(path: demo.path)) }
  }

  private func make(_ demo: DemoFolder, _ world: DemoWorld, _ clock: Clock) throws(Failure) {
    var generator: DemoGenerator
    do throws(DemoError) {
      generator = try DemoGenerator(
        world: world, weeks: DemoSize.weeks, order: .natural, seed: DemoSize.seed, now: clock.now(),
        clock: clock)
    } catch {
      throw .demo(error)
    }
    let work = demo.underConstruction
    do throws(Failure) {
      try generator.write(to: work, seed: DemoSize.seed) { _ in }
      try DemoReleases(
        path: work, documents: world.documents, clock: clock, now: clock.now(), seed: DemoSize.seed
      ).make(from: generator.firstDay)
      // An empty folder may be there already; one with something in it is not replaced.
      guard rename(work, demo.path) == 0 else {
        let code = errno
        if code == ENOTEMPTY || code == EEXIST || code == ENOTDIR { throw .folder(.taken(path: demo.path)) }
        throw .system(SystemError(.rename, code: code, path: demo.path))
      }
    } catch {
      try? FileManager.default.removeItem(atPath: work)
      throw error
    }
  }

  /// `demo-data`: a made-up folder of a given size.
  func demoData(_ order: DemoDataOrder) throws(Failure) {
    let path = place().path
    let (world, now) = (DemoWorld.embedded(words), now)
    var generator: DemoGenerator
    do throws(DemoError) {
      generator = try DemoGenerator(
        world: world, weeks: order.weeks, order: .exactly(order.visits), seed: order.seed, now: now,
        clock: clock)
    } catch {
      throw .demo(error)
    }
    try generator.write(to: path, seed: order.seed) { percent in
      console.showProgress(words("cli.demo.progress", ["percent": String(percent)]))
    }
    console.showProgress("")
    console.say(
      words(
        "cli.demo.folderMade",
        ["path": path, "visits": String(order.visits), "weeks": String(order.weeks)]))
  }

  /// `opret`.
  func create(_ path: String) throws(Failure) {
    // The folders above it, so that the usual place can be made in a new home folder too.
    let above = (path as NSString).deletingLastPathComponent
    if !above.isEmpty {
      try? FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
    }
    let documents = FirstDocuments.make(words, language: options.language ?? .danish)
    do throws(CreationFailure) {
      _ = try FolderCreation.create(at: path, documents: documents, random: machine.random)
    } catch {
      throw .creation(error)
    }
    console.say(words("cli.folder.created", ["path": path]))
  }
}
