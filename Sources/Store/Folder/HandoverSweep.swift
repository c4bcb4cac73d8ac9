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
          handover, readable, from: dated, to: kept, over: contents.facts[handover], always: holdsRefused,
          in: place, random: random, &swept)
      } catch {
        swept.failed.append(error)
      }
    }
    removeCopies(contents.foreign, ledger, in: place, &swept)
    removeLeftovers(contents.foreign, in: place, &swept) { name in
      isOver(name, ledger, isWhole: isWhole, writer: writer, in: place)
    }
    return swept
  }

  /// The entry of the last offer is here, so that those before it are not needed any more.
  private func isSettled(_ state: Handover?, _ dated: [RecordID: DatedEntry]) -> Bool {
    state.map { dated[$0.offer] != nil } ?? false
  }

  /// Nobody offered it. Our own writer's log is here, and says that it gave up; whoever else wrote it, the
  /// record may still be on its way here from another machine.
  private func isOrphan(_ entry: DatedEntry, writer: WriterName?, on today: CivilDate) -> Bool {
    today.days(since: entry.day) > Self.keptDays
      || writer.map { $0.description == entry.entry.writer } ?? false
  }

  private func settle(
    _ handover: Handover.ID, _ names: [String], from dated: [RecordID: DatedEntry],
    to kept: [RecordID: DatedEntry], over facts: FileFacts?, always: Bool, in place: borrowing Directory,
    random: () -> UInt64, _ swept: inout Swept
  ) throws(SystemError) {
    let original = Self.file(handover)
    if kept.isEmpty {
      // A file that could not be read is left for people to look at, until the handover ends.
      if !dated.isEmpty { try remove(names, in: place, &swept) }
      return
    }
    guard !names.isEmpty else { return }
    if always || kept != dated || names != [original] {
      try write(kept, of: handover, over: facts, in: place, random: random())
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

  /// Second versions under names that tell of no handover: their offers do. When all of these have ended,
  /// nothing of them may stay.
  private func removeCopies(
    _ names: [String], _ ledger: Ledger, in place: borrowing Directory, _ swept: inout Swept
  ) {
    for name in names where !name.hasPrefix(".") {
      guard let entries = (try? Self.document(name, in: place)).flatMap(Self.entries), !entries.isEmpty
      else { continue }
      let hasEnded = entries.keys.allSatisfy { offer in
        let chain = ledger.chains.values.first { $0.changes[offer] != nil }
        return chain.flatMap { Handover(steps: $0) }?.state.isOpen == false
      }
      guard hasEnded else { continue }
      do throws(SystemError) { try remove([name], in: place, &swept) } catch { swept.failed.append(error) }
    }
  }

  /// Files under way: those of a program that was stopped, and those of a synchroniser just now at work.
  /// They go with age; before that only our own, when the handover has ended or its offer was given up.
  private func removeLeftovers(
    _ names: [String], in place: borrowing Directory, _ swept: inout Swept, isOver: (String) -> Bool
  ) {
    for name in names where name.hasPrefix(".") {
      guard let facts = try? place.facts(of: name), facts.kind == .file else { continue }
      let isOld = facts.isOlder(thanDays: Self.keptDays)
      guard isOld || (Self.handover(underWay: name) != nil && isOver(name)) else { continue }
      do throws(SystemError) { try remove([name], in: place, &swept) } catch { swept.failed.append(error) }
    }
  }

  /// Whether a file under way belongs to a handover that has ended, or to an offer of this writer that is
  /// not in the log. Under the append lock nobody is writing such a one.
  private func isOver(
    _ name: String, _ ledger: Ledger, isWhole: Bool, writer: WriterName?, in place: borrowing Directory
  ) -> Bool {
    guard let id = Self.handover(underWay: name) else { return false }
    let steps = ledger.chains[id]
    if ledger.isForgotten(id) || steps.flatMap({ Handover(steps: $0) })?.state.isOpen == false { return true }
    guard isWhole, let writer, let document = try? Self.document(name, in: place),
      let entries = Self.entries(document)
    else { return false }
    return entries.contains { offer, dated in
      dated.entry.writer == writer.description && steps?.changes[offer] == nil
    }
  }
}
