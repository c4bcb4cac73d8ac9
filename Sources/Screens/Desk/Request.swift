// What a screen asks for. Screens never touch a disk: the event loop performs it and hands back the result.

import Domain
import Resources

/// Something a screen wants done. Of several, the rest is dropped when one fails.
package enum Request: Equatable, Sendable {
  /// Append these events in this order. Acknowledged when all are on disk.
  case record([Event])
  /// Write the handover's file, append the `offered` step, then the visit. The writer in the entry is
  /// filled in where it is known.
  case offer(HandoverStep, HandoverEntry, visit: Visit?)
  /// Append a step of a handover; its file goes when the step ends it.
  case step(HandoverStep)
  /// Replace what differs in one document, on top of what others have written since.
  case save(Documents, of: DocumentSubject)
  /// Publish the protected figures of a period, once and for all.
  case release(Period)
  /// Read the visits of these weeks too; for figures that reach further back than the desk's own picture.
  case read(ClosedRange<ISOWeek>)
  /// Write these files into the export folder; over files that are there only when they are to be replaced.
  case export([ExportedFile], replacing: Bool)
  /// Remember on this machine which school the desk stands at.
  case rememberSchool(School.ID)
  /// Forget the keys that were typed but not yet read: they must not answer a question.
  case discardTypedKeys
  /// Draw everything anew, whatever the terminal has on it.
  case redraw
  /// End the program.
  case quit
}

extension Request {
  package init(_ act: Act) {
    switch act {
    case .record(let events): self = .record(events)
    case .offer(let step, let entry, let visit): self = .offer(step, entry, visit: visit)
    case .step(let step): self = .step(step)
    }
  }

  /// Whether it needs a disk that answers, and so may take its time.
  package var goesToDisk: Bool {
    switch self {
    case .record, .offer, .step, .save, .release, .export: true
    case .read, .rememberSchool, .discardTypedKeys, .redraw, .quit: false
    }
  }

  /// The act that is to be saved; nil for all other requests.
  package var act: Act? {
    switch self {
    case .record(let events): .record(events)
    case .offer(let step, let entry, let visit): .offer(step, entry, visit: visit)
    case .step(let step): .step(step)
    case .save, .release, .read, .export, .rememberSchool, .discardTypedKeys, .redraw, .quit: nil
    }
  }
}

/// What came of a request, handed back to the desk.
package enum Answer: Equatable, Sendable {
  /// On disk: the events with their places in the log, in the order asked for.
  case saved([Recorded<Event>])
  /// On disk: all documents as they are now, also with what others have written.
  case savedDocuments(Documents)
  case failed(SaveFailure)
  /// The figures are published, with the moment of their record.
  case released(ReleasedFigures)
  case notReleased(ReleaseRefusal)
  /// The folder can only be read; nothing was done.
  case cannotWrite(FolderPicture.ReadOnly)
  /// The whole folder with the visits of the weeks that were asked for.
  case read(FolderPicture)
  /// The files were written; their paths as users know them.
  case exported([String])
  /// Files of these names stand there already; nothing was written.
  case wouldReplace([String])
  /// There was nothing to save.
  case done
}

/// What only the outside can tell the desk.
package enum News: Equatable, Sendable {
  /// The clock went on; also after each wait without a key.
  case tick(Moment)
  /// The words of another language, from now on.
  case language(Words)
  /// A receiver could not be told that something waits.
  case notTold(NotificationFailure)
  /// What is being saved takes longer than a blink.
  case saving(SaveDelay)
  /// The folder was read again.
  case picture(FolderPicture)
  /// What was saved went to a new file of the log, since the one in this writer's folder was not as it
  /// had been left.
  case newLogFile(insteadOf: String)
}

/// How long a save takes.
package enum SaveDelay: Equatable, Sendable {
  case underway
  /// So long that the folder does not seem to answer.
  case silent
}

/// What became of something that was being saved when the program was left.
package enum SaveFate: Equatable, Sendable {
  case saved, partlySaved, notSaved
}

/// Why a receiver was not told. It says nothing of whom.
package enum NotificationFailure: Equatable, Sendable {
  /// The colleague's entry has no contact of the kind that the command wants.
  case noContact
  case notStarted
  case failed(code: Int)
  case tooSlow(seconds: Int)
}
