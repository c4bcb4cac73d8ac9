// Sentences for what the rules refuse and for what could not be saved.

import Domain
import Reports
import Screens

extension Sentences {
  func counting(_ refusal: CountingRefusal) -> String {
    switch refusal {
    case .weekIsFinal(let week): words("cli.refused.final", ["week": words.week(week)])
    case .dayIsAhead(let day): words("cli.refused.ahead", ["day": words.longDate(day)])
    case .schoolNotYetOpened(let school, let day):
      words("cli.refused.notYet", ["school": name(school), "day": words.longDate(day)])
    case .unknownSchool(let id): usage(.unknownID(id, kind: .school, suggestion: nil))
    case .unknownTopic(let id): usage(.unknownID(id, kind: .topic, suggestion: nil))
    case .unknownColleague(let id): usage(.unknownID(id, kind: .colleague, suggestion: nil))
    case .nothingToTakeBack: words("cli.refused.nothing")
    case .onlySameDay(let day): words("cli.refused.sameDay", ["day": words.longDate(day)])
    case .visitsStand(let count): words("cli.refused.visitsStand", ["count": String(count)])
    case .zeroStands: words("cli.refused.zeroStands")
    case .closed(let why): words("refusal.closed", ["why": words.closure(why)])
    }
  }

  func handover(_ refusal: HandoverRefusal) -> String {
    switch refusal {
    case .ended: words("cli.refused.ended")
    case .alreadyTakenOver(let who): words("cli.refused.takenOver", ["name": name(who)])
    case .notTakenOver: words("cli.refused.notTakenOver")
    case .onlyReceiver(let who): words("cli.refused.onlyReceiver", ["name": name(who)])
    case .onlyHolder(let who): words("cli.refused.onlyHolder", ["name": name(who)])
    case .onlySender(let who): words("cli.refused.onlySender", ["name": name(who)])
    case .onlySameDay(let day): words("cli.refused.undoDay", ["day": words.longDate(day)])
    case .receiverIsSender: words("cli.refused.toSelf")
    case .unknownPeople: words("cli.refused.unknownPeople")
    }
  }

  func message(_ refusal: MessageRefusal) -> String {
    switch refusal {
    case .off: words("message.off")
    case .tooLong(let limit): words("cli.refused.messageLong", ["limit": String(limit)])
    case .blocked(let kind): words("message.blocked", ["what": words.finding(kind)])
    case .doubtful(let kind): words("cli.refused.messageDoubtful", ["what": words.finding(kind)])
    }
  }

  func release(_ refusal: ReleaseRefusal, _ period: Period) -> String {
    let name = words.periodTitle(period)
    switch refusal {
    case .weekIsOpen(let week):
      return words(
        "cli.release.refused.open",
        [
          "period": name, "week": words.weekAndYear(week),
          "day": words.dayAndMonth(week.adding(weeks: 1).date(of: .wednesday)),
        ])
    case .tooFewVisits(let visits, let needed):
      return words(
        "cli.release.refused.few",
        ["period": name, "visits": String(visits), "needed": String(needed)])
    case .alreadyReleased: return words("cli.release.refused.again", ["period": name])
    case .unreadableFile(let file): return words("cli.release.refused.file", ["file": file])
    }
  }

  func readOnly(_ reason: FolderPicture.ReadOnly) -> String {
    switch reason {
    case .noPermission: words("cli.readOnly.permission")
    case .newerFormat(let version): words("cli.readOnly.newer", ["version": String(version)])
    case .lastSaveFailed(let failure): save(failure)
    case .pretendedTime: words("cli.readOnly.pretended")
    }
  }

  func save(_ failure: SaveFailure) -> String {
    switch failure {
    case .noSpace(let path): words("cli.save.noSpace", ["path": path])
    case .noPermission(let path): words("cli.save.noPermission", ["path": path])
    case .readOnlyFileSystem(let path): words("cli.save.readOnly", ["path": path])
    case .newerFormat(let version, let path):
      words("cli.save.newer", ["version": String(version), "path": path])
    case .stateUnusable(let path, let code):
      words("cli.save.state", ["path": path, "why": Self.reason(code)])
    case .lockBusy(let path): words("cli.save.lock", ["path": path])
    case .changedMeanwhile(let path): words("cli.save.changed", ["path": path])
    case .inputOutput(_, let path, let code):
      words("cli.save.io", ["path": path, "why": Self.reason(code)])
    }
  }
}
