// What the guard answers: facts about a text, never a piece of the text itself.

/// Looks for texts that would tell who a young person is, before they reach a disk.
package enum Guard {
  /// Which texts a field must not hold.
  package enum Scope: Sendable {
    /// Any typed text: no CPR number in any form.
    case plain
    /// A text about a young person: also no telephone number, e-mail address or date of birth.
    case aboutYoungPerson
  }

  /// What a finding looks like.
  package enum Kind: Sendable, CaseIterable {
    /// A CPR number, also a replacement number with 60 added to the day.
    case cpr
    /// A health service's replacement number with letters in its last part.
    case ecpr
    /// A telephone number.
    case telephone
    /// An e-mail address.
    case email
    /// A name on a network where people write to each other.
    case handle
    /// A date or a year of birth.
    case birth
  }

  /// Where something was found, and what it looks like. It cannot give the text away.
  package struct Finding: Equatable, Sendable {
    /// What it looks like.
    package let kind: Kind
    /// The first and the last character in the text as it was typed, counted from 1.
    package let characters: ClosedRange<Int>
    /// How many digits it has: 10 or 12 for a CPR number.
    package let digits: Int

    /// A finding of `kind` at `characters`.
    package init(kind: Kind, characters: ClosedRange<Int>, digits: Int) {
      self.kind = kind
      self.characters = characters
      self.digits = digits
    }
  }

  /// The answer for one text.
  package enum Verdict: Equatable, Sendable {
    /// The text may be kept.
    case ok
    /// The text may be kept when the person says so once more.
    case warning(Finding)
    /// The text must not be kept.
    case block(Finding)

    /// The verdict as the one word that `tjek-tekst` prints.
    package var word: String {
      switch self {
      case .ok: "ok"
      case .warning: "advarsel"
      case .block: "blok"
      }
    }
  }

  /// The answer for several fields that stand beside each other on the screen or in a file.
  package struct FieldsVerdict: Equatable, Sendable {
    /// The most severe answer. For a pair of fields its characters are those of both texts joined by a space.
    package let verdict: Verdict
    /// The field the finding stands in, or the two it runs across, counted from 0; nil when all is well.
    package let fields: ClosedRange<Int>?

    /// An answer that concerns `fields`.
    package init(verdict: Verdict, fields: ClosedRange<Int>?) {
      self.verdict = verdict
      self.fields = fields
    }
  }
}
