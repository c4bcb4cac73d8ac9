// Danish order against names sorted by CLDR's collation for `da`, and search that folds letters.

import Domain
import Testing

@Suite struct DanishTextTests {
  /// The ends of the colleagues' list by first name and by surname, as `da_DK` sorts them.
  @Test(arguments: [
    ["Tomasz", "Yusuf", "Zahra", "Øjvind", "Aage", "Åse"],
    ["Tjørnelykke", "Vibeholm", "Æbelund", "Ærteby", "Ørredbæk", "Ålegård", "Aaløkke"],
    ["Camilla", "Çetin", "Dorthe"], ["Ane", "Anna", "Åge"], ["Abe", "abe", "Abel"],
    ["Bo", "Bo Ek", "Boe"], ["Yrsa", "Yt", "Ützen", "Zoe"],
    ["Mosevang", "Möller", "Møllerup"], ["Zoe", "Älv", "Ælve", "Öst", "Østen"], ["Bach", "Baa", "Båd"],
  ])
  func order(names: [String]) {
    #expect(Set(names).count == names.count)
    #expect(names.shuffledBySeed(1).sorted(by: DanishOrder.precedes) == names)
    #expect(names.reversed().sorted(by: DanishOrder.precedes) == names)
  }

  @Test func isAStrictOrder() {
    let names = ["", "Aa", "Å", "å", "aa", "Abe", "abe", "Øst", "Æ", "ä", "e", "é"]
    for left in names {
      #expect(!DanishOrder.precedes(left, left))
      for right in names where right != left {
        #expect(DanishOrder.precedes(left, right) != DanishOrder.precedes(right, left), "\(left) \(right)")
      }
    }
  }

  @Test(arguments: [
    ("Åse Kornvang", "åse"), ("Åse Kornvang", "aase"), ("Aage Tjørnelykke", "åge"),
    ("Aage Tjørnelykke", "tjoerne"), ("Sofie Æbelund", "AEB"), ("Çetin Havtorn", "cetin"),
    ("Øjvind Stenpikker", "øj"), ("İpek Yıldız", "ipek yildiz"), ("Kateřina Šťastná", "katerina stast"),
    ("Łukasz", "luk"), ("Björk", "bjoerk"), ("Rene\u{301}e", "renee"), ("hvem som helst", ""),
  ])
  func finds(name: String, typed: String) {
    #expect(FoldedText(name).contains(FoldedText(typed)))
  }

  @Test(arguments: [("Åse", "ase "), ("Bo", "Bob"), ("Aage", "age b"), ("", "a")])
  func doesNotFind(name: String, typed: String) {
    #expect(!FoldedText(name).contains(FoldedText(typed)))
  }
}

extension Array {
  fileprivate func shuffledBySeed(_ seed: UInt64) -> [Element] {
    var random = SeededRandom(seed: seed)
    return shuffled(using: &random)
  }
}
