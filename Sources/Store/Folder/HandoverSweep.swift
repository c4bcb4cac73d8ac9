// Puts `handovers/` right: whatever a crash, a late copy or time has left there too long goes.

import Domain

extension HandoverFiles {
  /// After that many days a code word and a message are erased, and what nobody offered is removed.
  package static let keptDays = 28

  /// What a sweep did.
  package struct Swept: Equatable, Sendable {
    /// Files that were removed, by name.
    package var removed: [String] = []
    /// Files that were written anew, with less in them.
    package var rewritten: [String] = []
    /// What could not be done, for want of rights as a rule.
    package var failed: [SystemError] = []

    package init() {}
  }

  /// Compares the files with the log. To be called under the append lock with a ledger read after it
  /// was taken, so that an offer just being made is not taken for one that was never made. Where steps may
  /// be missing from the ledger (`isWhole` false) no offer is taken for that, however old its file is.
  package func sweep(
    _ ledger: Ledger, isWhole: Bool, writer: WriterName?, on today: CivilDate, random: () -> UInt64
  ) throws(SystemError) -> Swept {
    var swept = Swept()
    let contents = try readAll()
    let place = try open()
    for (handover, names) in contents.files.sorted(by: { $0.key < $1.key }) {
      let steps = ledger.chains[handover]
      let state = steps.flatMap { Handover(steps: $0) }
      let dated = contents.dated[handover] ?? [:]
      do throws(SystemError) {
        if ledger.isForgotten(handover) || state?.state.isOpen == false {
          try remove(names, in: place, &swept)
          continue
        }
        // Whatever else is to be done about them is for the program that wrote one of them.
        if names.contains(where: contents.newer.contains) { continue }
        var kept = dated.filter { offer, entry in
          if steps?.changes[offer] != nil { return offer == state?.offer || !isSettled(state, dated) }
          return !isWhole || !isOrphan(entry, writer: writer, on: today)
        }
        for (offer, entry) in kept where today.days(since: entry.day) > Self.keptDays {
          kept[offer]?.entry.codeWord = nil
          kept[offer]?.entry.message = nil
        }
        // What an editor left beside an open handover's file is for people to look at.
        let readable = names.filter { $0.hasSuffix(".json") && !contents.broken.contains($0) }
        let holdsRefused = names.contains(where: contents.refused.contains)
        try settle(
          handover, readable, from: dated, to: kept, always: holdsRefused, in: place, random: random, &swept)
      } catch {
        swept.failed.append(error)
      }
    }
    removeLeftovers(contents.foreign, ledger, in: place, on: today, &swept)
    return swept
  }

  /// The entry of the last offer is here, so that those before it are not needed any more.
  private func isSettled(_ state: Handover?, _ dated: [RecordID: DatedEntry]) -> Bool {
    state.map { dated[$0.offer] != nil } ?? false
  }

  /// Nobody offered it: our own at once; our desk's, whose record may still be on its way here from
  /// another machine, from the next day on; anybody's after 28 days.
  private func isOrphan(_ entry: DatedEntry, writer: WriterName?, on today: CivilDate) -> Bool {
    let age = today.days(since: entry.day)
    if age > Self.keptDays { return true }
    guard let writer, let author = WriterName(entry.entry.writer) else { return false }
    return author == writer || (author.desk == writer.desk && age > 0)
  }

  private func settle(
    _ handover: Handover.ID, _ names: [String], from dated: [RecordID: DatedEntry],
    to kept: [RecordID: DatedEntry], always: Bool, in place: borrowing Directory, random: () -> UInt64,
    _ swept: inout Swept
  ) throws(SystemError) {
    let original = Self.file(handover)
    if kept.isEmpty {
      // A file that could not be read is left for people to look at, until the handover ends.
      if !dated.isEmpty { try remove(names, in: place, &swept) }
      return
    }
    guard !names.isEmpty else { return }
    if always || kept != dated || names != [original] {
      try write(kept, of: handover, in: place, random: random())
      swept.rewritten.append(original)
      try remove(names.filter { $0 != original }, in: place, &swept)
    }
  }

  private func remove(_ names: [String], in place: borrowing Directory, _ swept: inout Swept)
    throws(SystemError)
  {
    for name in names {
      try Self.unlink(name, in: place)
      swept.removed.append(name)
    }
  }

  /// Files under way that a program left behind when it was stopped: at once when the handover has
  /// ended, else when they are older than today, since another desk may be writing one just now.
  private func removeLeftovers(
    _ names: [String], _ ledger: Ledger, in place: borrowing Directory, on today: CivilDate,
    _ swept: inout Swept
  ) {
    for name in names where TemporaryName.isOne(name) {
      let steps = Handover.ID(String(name.dropFirst().prefix(32))).flatMap { ledger.chains[$0] }
      let hasEnded = steps.flatMap { Handover(steps: $0) }?.state.isOpen == false
      guard let facts = try? place.facts(of: name),
        hasEnded || today.dayNumber > Int(facts.changed / 86_400_000_000_000)
      else { continue }
      do throws(SystemError) { try remove([name], in: place, &swept) } catch { swept.failed.append(error) }
    }
  }
}
