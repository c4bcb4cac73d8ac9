// The options: those that stand anywhere on the line, and those of single commands.

/// The options by their Danish names, without the dashes.
enum OptionName: String, CaseIterable {
  // Anywhere on the line.
  case folder = "mappe"
  case now = "nu"
  case language = "sprog"
  case school = "skole"
  case colleague = "som"
  case plain = "ingen-farver"
  case board = "tavle"
  case screenReader = "skærmlæser"
  case json
  case help = "hjælp"
  case version
  // Of single commands.
  case keep = "behold"
  case visits = "besøg"
  case weeks = "uger"
  case seed = "frø"
  case topic = "emne"
  case outcome = "udfald"
  case day = "dag"
  case to = "til"
  case mode = "måde"
  case message = "besked"
  case anyway = "alligevel"
  case reason = "grund"
  case week = "uge"
  case quarter = "kvartal"
  case schoolYear = "skoleår"
  case format
  case out = "ud"
  case replace = "erstat"
  case ofColleague = "kollega"
  case base = "grundplan"
  case from = "fra"
  case saidYes = "ja"
  case everySchool = "alle-skoler"
  case year = "år"
  case deep = "dybt"
  case aboutYoung = "om-ung"
  case since = "siden"
  case carryOut = "udfør"
  case acceptMissing = "godtag"
  case revise = "ret"
  case anew = "forfra"
  case file = "fil"

  /// The options that every command takes.
  static let everywhere: [OptionName] = [
    .folder, .now, .language, .school, .colleague, .plain, .board, .screenReader, .json, .help, .version,
  ]

  /// The option of that name, however æ, ø and å are written.
  init?(typed: String) {
    if let match = Self.allCases.first(where: { Spelling.isSame($0.rawValue, typed) }) {
      self = match
    } else if typed == "help" {
      self = .help
    } else {
      return nil
    }
  }

  /// Whether a value follows.
  var takesValue: Bool {
    switch self {
    case .plain, .board, .screenReader, .json, .help, .version, .deep, .aboutYoung, .everySchool, .replace,
      .anyway, .carryOut, .base, .saidYes, .acceptMissing, .anew:
      false
    case .folder, .now, .language, .school, .colleague, .keep, .visits, .weeks, .seed, .topic, .outcome, .day,
      .to, .mode, .message, .reason, .week, .quarter, .schoolYear, .format, .out, .ofColleague, .from, .year,
      .since, .revise, .file:
      true
    }
  }

  /// As it is written on the line.
  var written: String { "--" + rawValue }
}
