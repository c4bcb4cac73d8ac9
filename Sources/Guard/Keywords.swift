// Words that say what the number or the name beside them is.

/// What a word announces.
enum Announcement: UInt8 {
  /// A CPR number in any shape.
  case cpr
  /// A number of eight, ten or thirteen digits, or a bank's, that is no person's.
  case company, workplace, location, bank
  /// A date of birth: the plain words, "f" by itself, and "fylder".
  case birth, shortBirth, turning
  /// A year of birth.
  case generation
  case telephone
  /// A name somebody has on a network.
  case network
  /// The sign in an e-mail address, written as a word.
  case atSign
}

/// A word that announces something, and where it stands.
struct Mark {
  var announcement: Announcement
  /// The first unit, and the one after the part by which the word is known.
  var start: Int
  var end: Int
}

/// Words known by their beginning, or as a whole, found by their first letter.
struct WordList<Meaning: Sendable>: Sendable {
  private struct Word: Sendable {
    var units: [UInt8]
    var isWhole: Bool
    var meaning: Meaning
  }

  private var byLetter = [[Word]](repeating: [], count: 256)

  /// The words of each meaning, parted by bars. A word that ends with `*` is known by its beginning.
  init(_ lists: KeyValuePairs<String, Meaning>) {
    for (words, meaning) in lists {
      for word in words.split(separator: "|") {
        let units = word.unicodeScalars.filter { $0 != "*" }.map { UInt8(truncatingIfNeeded: $0.value) }
        byLetter[Int(units[0])].append(Word(units: units, isWhole: !word.hasSuffix("*"), meaning: meaning))
      }
    }
  }

  /// What the word that begins at `index` means, and where the known part of it ends.
  func find(_ text: [UInt8], at index: Int) -> (meaning: Meaning, end: Int)? {
    if index > 0, Unit.isLetter(text[index - 1]) { return nil }
    for word in byLetter[Int(Unit.lowercased(text[index]))] {
      let end = index + word.units.count
      guard end <= text.count, matches(word.units, text, at: index) else { continue }
      if word.isWhole, end < text.count, Unit.isLetter(text[end]) { continue }
      return (word.meaning, end)
    }
    return nil
  }

  /// Whether one of the words begins at `index`.
  func has(_ text: [UInt8], at index: Int) -> Bool { index < text.count && find(text, at: index) != nil }

  private func matches(_ word: [UInt8], _ text: [UInt8], at index: Int) -> Bool {
    for offset in 1..<word.count where word[offset] != Unit.lowercased(text[index + offset]) { return false }
    return true
  }
}

/// The words of Danish and English that the rules know.
enum Keyword {
  /// Words that announce something; of two that fit the first counts.
  static let announcing = WordList<Announcement>([
    "cpr*|c.p.r*|ecpr*|personn*|person-n*|person nr*|person num*|fødselsn*|foedselsn*|fodselsn*|fødsels-n*"
      + "|erstatningsn*|erstatnings-n*": .cpr,
    "cvr*|se-nr|se-nummer": .company,
    "p-nr*|p-num*|p nr*|p num*|p.nr*|p.num*|pnummer|produktionsenhedsn*": .workplace,
    "ean*|gln*": .location,
    "iban*": .bank,
    "født*|foedt*|fodt*|fødsels*|foedsels*|fodsels*|fødse*|fødedat*|fødeda*|fødeår*|foededa*|føddag|fdt*"
      + "|f.d|fd"
      + "|fds|fdag|føds|f.dato|fdato|f.dag|born|dob|d.o.b|birth*|bday|b-day|bursdag": .birth,
    "f": .shortBirth,
    "fylder|fyldte|fyldt|bliver|blir|runder|rundede|turns|turned": .turning,
    "årgang*|aargang*|årg": .generation,
    "tlf*|telefon*|telf*|mob|mobil*|mobnr|mobnummer|tel|tele|ring|ringe|ringer|sms*|opkald|phone|call"
      + "|whatsapp"
      + "|nummer|nummeret|kontaktnummer*|fastnet*": .telephone,
    "snap|snapchat|snappen|sc|insta|ig|instagram|tiktok|tik tok|discord|fb|facebook|messenger|twitter"
      + "|telegram"
      + "|reddit|steam|twitch|bereal|kik|jodel": .network,
    "snabel*|krøllealfa|at|a|æt": .atSign,
  ])

  /// Months as they are written beside a day.
  static let months = WordList<Int>([
    "jan|januar|january": 1, "feb|febr|februar|february": 2, "mar|marts|march|mrt": 3, "apr|april": 4,
    "maj|may": 5, "jun|juni|june": 6, "jul|juli|july": 7, "aug|august": 8, "sep|sept|september": 9,
    "okt|oktober|oct|october": 10, "nov|november": 11, "dec|december": 12,
  ])

  /// Words after which numbers are a list of something else.
  static let lists = WordList<Void>([
    "uge*|rum|rummet|lokale*|lok|hold|holdene|klasse*|side|sider|modul*|lektion*|bus|busserne|linje*|kr"
      + "|dkk|pris"
      + "|prisen|beløb|week|weeks|room|rooms|kap|kapitel|postnr|postnummer|kantine|bygning": ()
  ])

  /// What makes the number before it an amount.
  static let amounts = WordList<Void>([
    "kr|kroner|dkk|euro|eur|elever|unge|personer|mennesker|pladser|timer|stk|meter|m|km|kvm|gange|sider|ord":
      ()
  ])

  /// Places whose names follow a postal code.
  static let places = WordList<Void>([
    "odense*|københavn*|aarhus*|århus*|aalborg*|esbjerg*|svendborg*|nyborg*|middelfart*|kolding*|vejle*"
      + "|fredericia*|otterup*|bogense*|assens*|faaborg*|ringe|kerteminde*|roskilde*|randers*|horsens*": ()
  ])

  /// What may stand between a word for a number and the number.
  static let fillers = WordList<Void>([
    "nr|nummer|nummeret|no|num|number|er|hedder|kode|koden|dk|d|den|lyder|på|is|år|nu": ()
  ])

  /// Names of those who keep many people's mail.
  static let mailHosts = WordList<Void>([
    "gmail|googlemail|hotmail|outlook|yahoo|icloud|live|protonmail|proton|jubii|ofir|mail|stofanet|youmail":
      ()
  ])

  /// What ends the name of a computer.
  static let domainEnds = WordList<Void>([
    "dk|com|net|org|eu|nu|se|no|de|io|me|info|example|uk|fr|fo|gl|is|fi|edu|gov|test|invalid": ()
  ])

  /// How a point in an address is written as a word.
  static let points = WordList<Void>(["dot|punktum|prik|punkt": ()])
}
