// The files of handovers follow the log: there before the offer, gone with the end.

import Domain
import Foundation
import Store
import Testing

@Suite("A handover's file") struct HandoverFileTests {
  let today = day("2026-03-05")

  /// A folder, its writer and files, and the steps one takes with them.
  final class World {
    let folder: TestFolder
    let files: HandoverFiles
    let writer: LogWriter
    let handover: Handover.ID

    init() throws {
      folder = try DocumentTests.folder()
      files = HandoverFiles(folder: folder.data)
      writer = try folder.writer()
      handover = folder.randomness.id()
    }

    func entry(word: String? = "hest kaffe", writer: String = "euc-0000000000000001") -> HandoverEntry {
      HandoverEntry(receiver: "CET", sender: "MAL", mode: .comesAlone, codeWord: word, writer: writer)
    }

    func step(_ step: HandoverStep.Step, after: RecordID = .zero, id: RecordID? = nil, day: CivilDate)
      -> HandoverStep
    {
      HandoverStep(
        id: id ?? folder.randomness.id(), after: after, day: day, handover: handover, hop: 1, school: "EUC",
        step: step)
    }

    /// Writes the entry and appends the offer, as the desk does.
    func offer(on day: CivilDate, after: RecordID = .zero) throws -> HandoverStep {
      let offer = step(.offered, after: after, day: day)
      var entry = entry()
      _ = try writer.append(.handover(offer), on: day) { (writer) throws(SaveFailure) in
        entry.writer = writer.description
        try files.add(entry, offer: offer.id, to: handover, on: day, random: folder.randomness.next())
      }
      return offer
    }

    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.data + "/handovers").sorted()
    }

    func sweep(on day: CivilDate) throws -> HandoverFiles.Swept {
      let reader = try folder.read()
      return try files.sweep(
        reader.ledger, isWhole: reader.findings.hasAllSteps, writer: writer.currentWriter, on: day
      ) { self.folder.randomness.next() }
    }
  }

  /// A newer program may have put more into it than this one understands: it is not written over.
  @Test func ofANewerProgramIsLeftAsItIs() throws {
    let world = try World()
    let offer = try world.offer(on: today)
    let name = world.handover.description + ".json"
    let path = world.folder.data + "/handovers/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let newer = text.replacingOccurrences(of: #""version": 1"#, with: #""later": [1], "version": 2"#)
    #expect(newer != text)
    try Data(newer.utf8).write(to: URL(fileURLWithPath: path))
    // A second version of it must not lead to the first being written anew either.
    let copy = world.handover.description + " (conflict).json"
    try Data(text.utf8).write(to: URL(fileURLWithPath: world.folder.data + "/handovers/" + copy))
    #expect(throws: SaveFailure.newerFormat(version: 2, path: "handovers/" + name)) {
      try world.files.add(
        world.entry(), offer: world.folder.randomness.id(), to: world.handover, on: today, random: 1)
    }
    _ = try world.sweep(on: today.adding(days: 40))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == newer)
    #expect(try world.files.readAll().newer == [name])
    let report = try Check.run(
      folder: world.folder.data, state: world.folder.root + "/checked", isDeep: false,
      now: moment("2026-03-05", "10:12"))
    #expect(report.findings.contains(.newerHandoverFile(file: "handovers/" + name)))
    // When the handover has ended, nothing of it may stay.
    let withdrawn = world.step(.withdrawn, after: offer.id, day: today)
    _ = try world.writer.append(.handover(withdrawn), on: today)
    _ = try world.sweep(on: today)
    #expect(try world.names().isEmpty)
  }

  @Test func isThereBeforeTheOfferAndNamesItsWriter() throws {
    let world = try World()
    let offer = try world.offer(on: today)
    let contents = try world.files.readAll()
    let entry = try #require(contents.entries[world.handover]?[offer.id])
    #expect(entry.writer == world.writer.currentWriter?.description)
    let handover = try world.folder.read().ledger.openHandovers(entries: contents.entries).first
    #expect(handover?.holder == "MAL")
    let path = world.folder.data + "/handovers/" + (try #require(try world.names().first))
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o660)
    #expect(try world.sweep(on: today) == HandoverFiles.Swept())
  }

  @Test func isNotWrittenInTheLogIfItCannotBeWritten() throws {
    let world = try World()
    try FileManager.default.removeItem(atPath: world.folder.data + "/handovers")
    #expect(throws: SaveFailure.self) { _ = try world.offer(on: today) }
    #expect(try world.folder.read().ledger.chains.isEmpty)
  }

  @Test(arguments: ["ring 12 34 56 78", "010140-5678", "kaj@example.invalid"])
  func refusesWhatTellsWho(message: String) throws {
    let world = try World()
    var entry = world.entry()
    entry.message = message
    #expect(throws: SaveFailure.self) {
      try world.files.add(
        entry, offer: world.folder.randomness.id(), to: world.handover, on: today, random: 1)
    }
    #expect(try world.names().isEmpty)
  }

  @Test func goesWithItsCopiesWhenTheHandoverEnds() throws {
    let world = try World()
    let offer = try world.offer(on: today)
    let name = try #require(try world.names().first)
    let place = world.folder.data + "/handovers/"
    let copy = name.replacingOccurrences(of: ".json", with: ".sync-conflict-20260305-101200-ABCDEFG.json")
    let left = ".\(name).1f.tmp"
    let word = String(name.dropLast(5))
    let kept = [name + ".bak", name + "~", word, word + " (kopi).txt", "Kopi af " + name]
    for other in [copy, left] + kept {
      try FileManager.default.copyItem(atPath: place + name, toPath: place + other)
    }
    _ = try world.writer.append(
      .handover(world.step(.closed(.underway), after: offer.id, day: today)), on: today)
    let swept = try world.sweep(on: today)
    #expect(Set(swept.removed) == Set([name, copy, left] + kept))
    #expect(try world.names().isEmpty)
    #expect(try world.sweep(on: today) == HandoverFiles.Swept())
  }

  /// A copy whose name an old program wrote in another encoding goes too.
  @Test func goesUnderANameThatIsNoUTF8() throws {
    let world = try World()
    let offer = try world.offer(on: today)
    let place = world.folder.data + "/handovers/"
    let name = try #require(try world.names().first)
    let copy = Array((place + name.dropLast(5)).utf8) + Array("-k".utf8) + [0xF8] + Array("pi.json".utf8)
    let bytes = (copy + [0]).map { CChar(bitPattern: $0) }
    let descriptor = open(bytes, O_CREAT | O_WRONLY, 0o660)
    #expect(descriptor >= 0 && close(descriptor) == 0)
    _ = try world.writer.append(
      .handover(world.step(.closed(.underway), after: offer.id, day: today)), on: today)
    #expect(try world.sweep(on: today).removed.count == 2)
    #expect(access(bytes, F_OK) == -1)
  }

  /// The file with the offer cannot be read just now, or never again: whoever waits is not thrown away.
  @Test(arguments: [false, true]) func staysWhereTheLogCannotTellWhetherItWasOffered(isFolder: Bool) throws {
    let world = try World()
    _ = try world.offer(on: today)
    let chain = try #require(try world.folder.logFiles().first { $0.contains("/chain-") })
    let place = isFolder ? (chain as NSString).deletingLastPathComponent : chain
    let (file, aside) = (world.folder.data + "/" + place, world.folder.root + "/aside")
    #expect(rename(file, aside) == 0 && mkfifo(file, 0o640) == 0)
    for age in [0, 1, 29, 400] { #expect(try world.sweep(on: today.adding(days: age)).removed.isEmpty) }
    #expect(try world.names().count == 1)
    #expect(unlink(file) == 0 && rename(aside, file) == 0)
    #expect(try world.files.readAll().entries[world.handover]?.count == 1)
    #expect(try world.sweep(on: today).removed.isEmpty)
  }

  @Test func keepsOlderEntriesUntilTheNewOfferIsInTheLog() throws {
    let world = try World()
    let first = try world.offer(on: today)
    let second = try world.offer(on: today, after: first.id)
    let both = try #require(try world.files.readAll().entries[world.handover])
    #expect(Set(both.keys) == [first.id, second.id])
    _ = try world.sweep(on: today)
    #expect(try world.files.readAll().entries[world.handover]?.keys.map { $0 } == [second.id])
  }

  /// The small file of an offer that another machine made comes before that machine's log, by days at times.
  @Test func ofAnOfferOnItsWaySurvivesWhatIsDoneHereMeanwhile() throws {
    let world = try World()
    let first = try world.offer(on: today)
    let coming: RecordID = world.folder.randomness.id()
    try world.files.add(
      world.entry(word: "kaffe", writer: "euc-00000000000000aa"), offer: coming, to: world.handover,
      on: today, random: 9)
    let later = today.adding(days: 3)
    let second = try world.offer(on: later, after: first.id)
    _ = try world.sweep(on: later)
    let entries = try #require(try world.files.readAll().entries[world.handover])
    #expect(Set(entries.keys) == [coming, second.id])
    #expect(entries[coming]?.codeWord == "kaffe")
  }

  /// Whatever is written under another name may be in another program's hands: at 00:20 the day at the
  /// schools is a day ahead of that of the files.
  @Test func underWayIsLeftToItsProgramUntilItIsOld() throws {
    let world = try World()
    _ = try world.offer(on: today)
    let name = try #require(try world.names().first)
    let place = world.folder.data + "/handovers/"
    let young = [".\(name).1f.tmp", ".syncthing.\(name).tmp", ".\(name).Xy12ab"]
    for other in young { try FileManager.default.copyItem(atPath: place + name, toPath: place + other) }
    let tomorrow = Int(Date().timeIntervalSince1970) / 86_400 + 1
    for later in [1, 400] { _ = try world.sweep(on: CivilDate(dayNumber: tomorrow + later - 1)) }
    #expect(Set(try world.names()) == Set([name] + young))
    for (other, age) in zip(young, [27.9, 28.1, 400]) {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -86_400 * age)], ofItemAtPath: place + other)
    }
    #expect(Set(try world.sweep(on: today).removed) == Set(young.dropFirst()))
  }

  /// A synchroniser gives its file the real name in a moment, and would fail or bring it back.
  @Test func ofASynchroniserAtWorkStaysAtTheEnd() throws {
    let world = try World()
    let offer = try world.offer(on: today)
    let name = try #require(try world.names().first)
    let place = world.folder.data + "/handovers/"
    let coming = ".syncthing.\(name).tmp"
    try FileManager.default.copyItem(atPath: place + name, toPath: place + coming)
    _ = try world.writer.append(
      .handover(world.step(.closed(.underway), after: offer.id, day: today)), on: today)
    try world.files.remove(world.handover)
    _ = try world.sweep(on: today)
    #expect(try world.names() == [coming])
  }

  /// This writer's own log is here and does not have the offer: it was stopped before it could be made.
  @Test func underWayOfAnOfferThatWasGivenUpHereGoesAtOnce() throws {
    let world = try World()
    let offer = try world.offer(on: today)
    let writer = try #require(world.writer.currentWriter).description
    let name = try #require(try world.names().first)
    let place = world.folder.data + "/handovers/"
    let offered = try Data(contentsOf: URL(fileURLWithPath: place + name))
    for (given, left) in [(writer, ".\(name).1f.tmp"), ("euc-00000000000000aa", ".\(name).2f.tmp")] {
      try world.files.add(
        world.entry(writer: given), offer: world.folder.randomness.id(), to: world.handover, on: today,
        random: 1)
      try FileManager.default.moveItem(atPath: place + name, toPath: place + left)
      try offered.write(to: URL(fileURLWithPath: place + name))
    }
    #expect(try world.sweep(on: today).removed == [".\(name).1f.tmp"])
    #expect(try world.files.readAll().entries[world.handover]?.keys.map { $0 } == [offer.id])
  }

  @Test func isRemovedByItsDeskWhenNobodyOfferedIt() throws {
    let world = try World()
    // Begin the writer, then leave a file as a crash before the offer does.
    _ = try world.writer.append(world.folder.visit(day: today), on: today)
    let writer = try #require(world.writer.currentWriter)
    try world.files.add(
      world.entry(writer: writer.description), offer: world.folder.randomness.id(), to: world.handover,
      on: today, random: 1)
    #expect(try world.sweep(on: today).removed.count == 1)
  }

  @Test(arguments: [
    ("euc-00000000000000aa", 0, false), ("euc-00000000000000aa", 28, false),
    ("euc-00000000000000aa", 29, true), ("vuc-00000000000000aa", 1, false),
    ("vuc-00000000000000aa", 28, false), ("vuc-00000000000000aa", 29, true),
  ])
  func ofOthersStaysAsLongAsItsOfferMayStillArrive(writer: String, age: Int, goes: Bool) throws {
    let world = try World()
    _ = try world.writer.append(world.folder.visit(day: today), on: today)
    try world.files.add(
      world.entry(writer: writer), offer: world.folder.randomness.id(), to: world.handover, on: today,
      random: 1)
    #expect(try world.sweep(on: today.adding(days: age)).removed.isEmpty == !goes)
  }

  /// A synchroniser that compares size and time, and no more, must see that the file is another one.
  @Test func handedOnTheSameDayLooksLikeAnotherFile() throws {
    let world = try World()
    let first = try world.offer(on: today)
    let path = world.folder.data + "/handovers/" + (try #require(try world.names().first))
    func look() throws -> (size: Int, time: Int, nanoseconds: Int) {
      world.writer.coverTimes { UTCTime(seconds: $0.seconds / 86_400 * 86_400) }
      var facts = stat()
      try #require(stat(path, &facts) == 0)
      return (Int(facts.st_size), Int(facts.st_mtim.tv_sec), Int(facts.st_mtim.tv_nsec))
    }
    let before = try look()
    // Nothing was changed: the time stays.
    #expect(try look() == before)
    let declined = world.step(.declined, after: first.id, day: today)
    _ = try world.writer.append(.handover(declined), on: today)
    _ = try world.offer(on: today, after: declined.id)
    _ = try world.sweep(on: today)
    let after = try look()
    #expect(after.size == before.size, "the test would see nothing")
    #expect(after.time != before.time)
    for look in [before, after] {
      #expect(look.nanoseconds == 0 && look.time % 2 == 0 && look.time % 86_400 < 43_200)
    }
  }

  /// Between reading and replacing it another machine's file came: what that one added is not lost.
  @Test func whatCameMeanwhileIsNotReplaced() throws {
    let world = try World()
    _ = try world.offer(on: today)
    let name = try #require(try world.names().first)
    let place = try Directory(named: world.folder.data + "/handovers")
    let known = try place.facts(of: name)
    let bytes = try world.folder.bytes("handovers/" + name)
    try Data(bytes).write(to: URL(fileURLWithPath: place.path(of: name)), options: .atomic)
    for read in [known, nil] {
      #expect(throws: SystemError(.rename, code: ESTALE, path: place.path(of: name))) {
        try NewFile.replace(name, in: place, bytes: [], rights: 0o660, random: 1, read: .only(read))
      }
    }
    #expect(try world.folder.bytes("handovers/" + name) == bytes && world.names() == [name])
  }

  @Test func losesItsCodeWordAfterFourWeeks() throws {
    let world = try World()
    let offer = try world.offer(on: today)
    #expect(try world.sweep(on: today.adding(days: 28)).rewritten.isEmpty)
    #expect(try world.sweep(on: today.adding(days: 29)).rewritten.count == 1)
    let entry = try #require(try world.files.readAll().entries[world.handover]?[offer.id])
    #expect(entry.codeWord == nil)
    #expect(entry.receiver == "CET")
    let bytes = try world.folder.bytes("handovers/" + (try #require(try world.names().first)))
    #expect(!String(decoding: bytes, as: UTF8.self).contains("hest"))
  }

  @Test func aBrokenOneIsToldAndLeft() throws {
    let world = try World()
    _ = try world.offer(on: today)
    let name = try #require(try world.names().first)
    try Data("{".utf8).write(to: URL(fileURLWithPath: world.folder.data + "/handovers/" + name))
    #expect(try world.files.readAll().broken == [name])
    #expect(try world.sweep(on: today) == HandoverFiles.Swept())
    #expect(try world.names() == [name])
  }
}
