// Why something was not done, as sentences for the screens and for the commands.

import Domain
import Resources

extension Words {
  /// Something could not be counted or taken back.
  package func refusal(_ refusal: CountingRefusal) -> String {
    switch refusal {
    case .weekIsFinal(let week): self("refusal.final", ["week": weekAndYear(week)])
    case .dayIsAhead(let day): self("refusal.ahead", ["day": longDate(day)])
    case .schoolNotYetOpened(let school, let day):
      self("refusal.notOpened", ["school": school.text, "day": longDate(day)])
    case .schoolEnded(let school, let day):
      self("refusal.schoolEnded", ["school": school.text, "day": longDate(day)])
    case .unknownSchool(let id): self("refusal.unknownSchool", ["id": id])
    case .unknownTopic(let id): self("refusal.unknownTopic", ["id": id])
    case .unknownColleague(let id): self("refusal.unknownColleague", ["id": id])
    case .nothingToTakeBack: self("refusal.nothing")
    case .onlySameDay(let day): self("refusal.sameDay", ["day": longDate(day)])
    case .visitsStand(let count): self("refusal.visitsStand", ["count": String(count)])
    case .zeroStands: self("refusal.zeroStands")
    case .closed(let why): self("refusal.closed", ["why": closure(why)])
    }
  }

  /// A step of a handover was refused; `name` gives a colleague's name.
  package func refusal(_ refusal: HandoverRefusal, name: (Colleague.ID?) -> String) -> String {
    switch refusal {
    case .ended: self("refusal.ended")
    case .nobody: self("reason.nobody")
    case .repeated: self("refusal.repeated")
    case .message(.off): self("message.off")
    case .message(.tooLong(let limit)): self("refusal.messageLong", ["limit": String(limit)])
    case .alreadyTakenOver(let who): self("refusal.takenOver", ["name": name(who)])
    case .notTakenOver: self("refusal.notTakenOver")
    case .onlyReceiver(let who): self("refusal.onlyReceiver", ["name": name(who)])
    case .onlyHolder(let who): self("refusal.onlyHolder", ["name": name(who)])
    case .onlySender(let who): self("refusal.onlySender", ["name": name(who)])
    case .onlySameDay(let day): self("refusal.onlyThatDay", ["day": longDate(day)])
    case .receiverIsSender: self("refusal.toOneself")
    case .unknownPeople: self("refusal.unknownPeople")
    case .receiver(let refusal): self.refusal(refusal, name: name(refusal.colleague))
    case .dayIsPast(let day): self("refusal.dayIsPast", ["day": longDate(day)])
    case .noSchoolDay(let day, let why):
      self("refusal.noSchoolDay", ["day": longDate(day), "why": closure(why)])
    }
  }

  /// Nothing can be given to a colleague who is not here.
  package func refusal(_ refusal: GivingRefusal, name: String) -> String {
    self("refusal.giving", ["name": name, "why": unavailability(refusal.why)])
  }

  /// IKKE GEMT, why, and what to do. What was typed stays on the screen.
  package func notSaved(_ failure: SaveFailure) -> String {
    self("failure.notSaved", ["why": why(failure)])
  }

  /// The reason a save failed, as a sentence.
  package func why(_ failure: SaveFailure) -> String {
    switch failure {
    case .noSpace(let path): self("failure.noSpace", ["path": path])
    case .noPermission(let path): self("failure.noPermission", ["path": path])
    case .readOnlyFileSystem(let path): self("failure.readOnly", ["path": path])
    case .newerFormat(let version, let path):
      self("failure.newer", ["version": String(version), "path": path])
    case .stateUnusable(let path, let code): self("failure.state", ["path": path, "code": String(code)])
    case .lockBusy(let path): self("failure.lock", ["path": path])
    case .changedMeanwhile(let path): self("failure.changed", ["path": path])
    case .anotherFolder(let path): self("failure.anotherFolder", ["path": path])
    case .folderGone(let path): self("failure.folderGone", ["path": path])
    case .inputOutput("check", let path, _): self("failure.check", ["path": path])
    case .inputOutput(let call, let path, let code):
      self("failure.io", ["call": call, "path": path, "code": String(code)])
    }
  }

  /// Why the desk can only read.
  package func readOnly(_ reason: FolderPicture.ReadOnly) -> String {
    switch reason {
    case .noPermission: self("readOnly.permission")
    case .newerFormat(let version): self("readOnly.newer", ["version": String(version)])
    // The reason was told when it failed, and is again when the next try does.
    case .lastSaveFailed: self("readOnly.failed")
    case .pretendedTime: self("readOnly.pretended")
    }
  }
}
