// Every message of a folder in trouble, on the glass in both languages: whole, in its colour, and in two
// rows at most where it stays. With ELEVTJENESTEN_SHOW set, the screens are printed to be read.

import Canvas
import Domain
import Foundation
import Resources
import Screens
import TestKit
import Testing

/// Something that goes wrong while the desk is open.
private enum Trouble: CaseIterable {
  case noSpace, noPermission, readOnlyDrive, newerWhileSaving, state, lock, changed, inputOutput
  case otherFolder, folderGone
  case noRights, newerFormat, pretendedTime
  case silent, incomplete, incompleteByOne, faults, oneFault, newFile

  private static let folder = "/srv/elevtjenesten"
  private static let file = folder + "/log/euc-7f3a91c2d4e5b607/visits-2026-W10.jsonl"

  /// What a save answers; nil where nothing is saved.
  var failure: SaveFailure? {
    switch self {
    case .noSpace: .noSpace(path: Self.file)
    case .noPermission: .noPermission(path: Self.file)
    case .readOnlyDrive: .readOnlyFileSystem(path: Self.folder)
    case .newerWhileSaving: .newerFormat(version: 2, path: Self.file)
    case .state: .stateUnusable(path: "/home/mal/.local/state/elevtjenesten", code: 13)
    case .lock: .lockBusy(path: "/home/mal/.local/state/elevtjenesten")
    case .changed: .changedMeanwhile(path: Self.folder + "/colleagues.json")
    case .inputOutput: .inputOutput(call: "sync", path: Self.file, code: 5)
    case .otherFolder: .anotherFolder(path: Self.folder)
    case .folderGone: .folderGone(path: Self.folder)
    case .noRights, .newerFormat, .pretendedTime, .silent, .incomplete, .incompleteByOne, .faults, .oneFault,
      .newFile:
      nil
    }
  }

  /// What is seen of the folder.
  var picture: FolderPicture {
    var picture = World.picture()
    switch self {
    case .noRights: picture.readOnly = .noPermission
    case .newerFormat: picture.readOnly = .newerFormat(2)
    case .pretendedTime: picture.readOnly = .pretendedTime
    case .silent: picture.staleness = .silent
    case .incomplete: picture.missingRecords = 12
    case .incompleteByOne: picture.missingRecords = 1
    case .faults: picture.faults = 3
    case .oneFault: picture.faults = 1
    case .noSpace, .noPermission, .readOnlyDrive, .newerWhileSaving, .state, .lock, .changed, .inputOutput,
      .otherFolder, .folderGone, .newFile:
      break
    }
    return picture
  }

  /// Words that must stand on the glass, in both languages.
  var wanted: (danish: String, english: String) {
    switch self {
    case .noSpace:
      ("IKKE GEMT: Der er ikke plads på drevet", "NOT SAVED: There is no space left on the drive")
    case .noPermission: ("IKKE GEMT: Du må ikke skrive i", "NOT SAVED: You may not write in")
    case .readOnlyDrive: ("IKKE GEMT: Drevet kan kun læses", "NOT SAVED: The drive is read-only")
    case .newerWhileSaving: ("et nyere program (format 2)", "a newer program (format 2)")
    case .state: ("kan ikke bruges (fejl 13)", "cannot be used (error 13)")
    case .lock:
      ("En anden udgave af programmet skriver stadig", "Another copy of the program is still writing")
    case .changed: ("colleagues.json er ændret imens", "colleagues.json was changed in the meantime")
    case .inputOutput: ("IKKE GEMT: Skrivningen fejlede (sync", "NOT SAVED: Writing failed (sync")
    case .otherFolder: ("står en anden mappe end den, der blev åbnet", "there is another folder than the one")
    case .folderGone:
      ("IKKE GEMT: Mappen /srv/elevtjenesten er væk.", "The folder /srv/elevtjenesten is gone.")
    case .noRights:
      ("Kun læsning: du har ikke ret til at skrive i mappen.", "Read only: you may not write")
    case .newerFormat:
      ("Kun læsning: mappen er skrevet af et nyere program", "Read only: the folder was written")
    case .pretendedTime: ("Kun læsning: tiden er ikke den rigtige", "Read only: the time is not the real one")
    case .silent: ("Mappen svarer ikke.", "The folder does not answer.")
    case .incomplete: ("Ufuldstændig: 12 poster mangler.", "Incomplete: 12 records are missing.")
    case .incompleteByOne: ("Ufuldstændig: én post mangler.", "Incomplete: one record is missing.")
    case .faults: ("3 fejl i mappen.", "3 faults in the folder.")
    case .oneFault: ("Én fejl i mappen.", "One fault in the folder.")
    case .newFile: ("Loggen så anderledes ud end ventet", "The log was not as expected")
    }
  }
}

@Suite("A folder in trouble") struct TroubleTests {
  @Test(arguments: Trouble.allCases, Words.Language.allCases)
  fileprivate func isToldInBothLanguages(trouble: Trouble, language: Words.Language) {
    for (width, height) in [(80, 24), (60, 20), (140, 40)] {
      let robot = Robot(trouble.picture, language: language, width: width, height: height).press(.escape)
      let isSaving = trouble.failure != nil || trouble == .newFile
      if isSaving {
        robot.type("b4")
        robot.nextFailure = trouble.failure
        robot.type("m")
      }
      if trouble == .newFile { robot.hear(.newLogFile(insteadOf: "euc-7f3a91c2d4e5b607")) }
      let (danish, english) = trouble.wanted
      let wanted = language == .danish ? danish : english
      let text = robot.glass.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains(wanted), "\(trouble) \(language) \(width)")
      #expect(!text.contains("{"), "\(trouble) \(language) \(width)")
      if trouble.failure != nil {
        let kept = language == .danish ? "Det, du valgte, står her endnu." : "What you chose is still here."
        #expect(text.contains(kept), "\(trouble): the whole message fits")
        // The form is still open with what was chosen; after leaving it the banner says why nothing counts.
        let title = language == .danish ? "hvordan endte det" : "how did it end"
        #expect(text.contains(title), "\(trouble): the form is gone")
        show(robot, trouble)
        robot.press(.escape).press(.escape).press(.escape)
        #expect(robot.alarms.contains(language == .danish ? "IKKE GEMT" : "NOT SAVED"), "\(trouble)")
      }
      if trouble == .newFile { #expect(text.contains(language == .danish ? "Gemt ✓" : "Saved ✓")) }
      show(robot, trouble)
    }
  }

  /// What is missing is told also while the folder can only be read, and on the page of figures.
  @Test func whatIsMissingIsNeverHidden() {
    var picture = World.picture()
    (picture.missingRecords, picture.readOnly, picture.staleness) = (12, .noPermission, .silent)
    for keys in ["", "t", "o", "v", "k", "l"] {
      let robot = Robot(picture).press(.escape).type(keys)
      for text in ["Mappen svarer ikke.", "Kun læsning:", "Ufuldstændig: 12 poster mangler."] {
        #expect(robot.shows(text), "\(keys)")
      }
    }
  }

  private func show(_ robot: Robot, _ trouble: Trouble) {
    guard ProcessInfo.processInfo.environment["ELEVTJENESTEN_SHOW"] != nil else { return }
    print("=== \(trouble)\n\(robot.glass.text)")
  }
}
