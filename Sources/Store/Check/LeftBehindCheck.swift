// What changes of the documents have left behind, as findings of the check while it lasts.

import Domain

extension CheckFinding {
  /// Findings about roster, swaps, handovers and names. What a broken document would have said is not known,
  /// so then there are none.
  static func leftBehind(in picture: FolderPicture, broken: Set<DocumentName>, on today: CivilDate) -> [Self]
  {
    picture.leftBehind(on: today).map(Self.leftBehind)
      .filter { finding in
        guard case .leftBehind(let consequence) = finding else { return true }
        return consequence.documents.isDisjoint(with: broken)
      }
  }
}

extension Consequence {
  /// The documents by which it is known.
  fileprivate var documents: Set<DocumentName> {
    switch self {
    case .lostDuties, .lostBuddies, .lapsedSwap: [.schools, .colleagues, .calendar]
    case .handover: [.colleagues]
    case .changedWeek, .withoutEffect: [.schools, .calendar]
    case .topicWithoutProfessions: [.topics, .settings]
    case .sameLabel(let same): [same.list.document]
    }
  }

  /// Where it is put right: in a document, or in what is recorded.
  var file: String {
    switch self {
    case .lostDuties, .lostBuddies, .lapsedSwap: "log"
    case .handover(let left): "handovers/" + HandoverFiles.file(left.handover)
    case .changedWeek, .withoutEffect: DocumentName.calendar.file
    case .topicWithoutProfessions: DocumentName.topics.file
    case .sameLabel(let same): same.list.document.file
    }
  }
}

extension SameLabel.List {
  fileprivate var document: DocumentName {
    switch self {
    case .topics: .topics
    case .schools: .schools
    case .colleagues: .colleagues
    }
  }
}
