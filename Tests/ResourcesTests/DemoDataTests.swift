// The demo documents agree with each other: no reference leads nowhere and nobody is in two places.
import Foundation
import Resources
import Testing

@Test func topicsKeepTheirCodesAndKeys() throws {
  let topics = try entries(Resources.topics, under: "topics")
  #expect(
    try texts("code", of: topics) == [
      "trivsel", "familie", "relationer", "bolig", "forkert-hylde", "fravaer", "oekonomi", "sundhed",
      "rusmidler", "praktik", "konflikt", "andet", "ikke-oplyst",
    ])
  #expect(
    try texts("key", of: topics) == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "k", "a", "Enter"])
  let professions = Set(try texts("code", of: entries(Resources.professions, under: "professions")))
  for topic in topics {
    let suggested = try field("professions", of: topic, as: [String].self)
    #expect(professions.isSuperset(of: suggested))
    #expect(Set(suggested).count == suggested.count)
  }
}

@Test func everyTopicAndProfessionIsNamedInBothLanguages() throws {
  let named =
    try entries(Resources.topics, under: "topics") + entries(Resources.professions, under: "professions")
  for entry in named {
    let label = try field("label", of: entry, as: [String: String].self)
    #expect(Set(label.keys) == ["da", "en"])
    #expect(label.values.allSatisfy { !$0.isEmpty })
  }
}

@Test func everyIdIsPlainAndUsedOnce() throws {
  let lists = [
    try texts("code", of: entries(Resources.topics, under: "topics")),
    try texts("code", of: entries(Resources.professions, under: "professions")),
    try texts("id", of: entries(Resources.demoSchools, under: "schools")),
    try texts("id", of: entries(Resources.demoColleagues, under: "colleagues")),
  ]
  for ids in lists {
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy(isPlainId))
  }
}

@Test func schoolsOpenOnTheDaysTheyAreStaffed() throws {
  let schools = try entries(Resources.demoSchools, under: "schools")
  #expect(try texts("id", of: schools) == ["GYM", "HHX", "VUC", "SOSU", "EUC", "FGU", "ABS"])
  var open: Set<String> = []
  for school in schools {
    let id = try field("id", of: school, as: String.self)
    #expect(throws: Never.self) { try day("opened", of: school) }
    for hours in try field("hours", of: school, as: [Entry].self) {
      #expect(hours["from"] as? String == "09:30" && hours["to"] as? String == "13:30")
      open.insert("\(id) \(try field("weekday", of: hours, as: Int.self))")
    }
  }
  let patterns = try entries(Resources.demoRoster, under: "patterns")
  let staffed = try patterns.map {
    "\(try field("school", of: $0, as: String.self)) \(try field("weekday", of: $0, as: Int.self))"
  }
  #expect(Set(staffed) == open)
  #expect(staffed.count == 28 && open.count == 28)
}

@Test func nobodyIsTwiceOnAWeekday() throws {
  let colleagues = Set(try texts("id", of: entries(Resources.demoColleagues, under: "colleagues")))
  #expect(colleagues.count == 28)
  var seen: Set<String> = []
  for pattern in try entries(Resources.demoRoster, under: "patterns") {
    let weekday = try field("weekday", of: pattern, as: Int.self)
    for role in ["colleague", "buddy"] {
      let id = try #require(pattern[role] as? String)
      #expect(colleagues.contains(id))
      #expect(seen.insert("\(weekday) \(id)").inserted, "\(id) stands twice on weekday \(weekday)")
    }
  }
}

@Test func everySuggestionReachesTwoColleaguesOfEachAge() throws {
  let colleagues = try entries(Resources.demoColleagues, under: "colleagues")
  for topic in try entries(Resources.topics, under: "topics") {
    let suggested = try field("professions", of: topic, as: [String].self)
    guard !suggested.isEmpty else { continue }
    let able = colleagues.filter { suggested.contains($0["profession"] as? String ?? "") }
    let ages = able.map { $0["ages"] as? [String: Int] }
    #expect(ages.filter { ($0?["from"] ?? 0) < 18 }.count >= 2)
    #expect(ages.filter { ($0?["to"] ?? 99) >= 18 }.count >= 2)
  }
}

@Test func colleaguesPointAtWhatExistsAndNobodyCanOwnTheirNumbers() throws {
  let schools = Set(try texts("id", of: entries(Resources.demoSchools, under: "schools")))
  let professions = Set(try texts("code", of: entries(Resources.professions, under: "professions")))
  for colleague in try entries(Resources.demoColleagues, under: "colleagues") {
    #expect(professions.contains(try field("profession", of: colleague, as: String.self)))
    #expect(["kommune", "skole"].contains(try field("employer", of: colleague, as: String.self)))
    if let school = colleague["school"] as? String { #expect(schools.contains(school)) }
    #expect(try field("workPhone", of: colleague, as: String.self).hasPrefix("+45 00 "))
    #expect(try field("workMail", of: colleague, as: String.self).hasSuffix(".invalid"))
    for key in ["from", "confirmed"] {
      #expect(throws: Never.self) { try day(key, of: colleague) }
    }
  }
}

@Test func breaksLieInOrderAndDoNotOverlap() throws {
  var last = 0
  for closure in try entries(Resources.demoCalendar, under: "calendar") {
    let from = try day("from", of: closure)
    let to = try day("to", of: closure)
    #expect(from <= to)
    if closure["kind"] as? String == "break" {
      #expect(last < from)
      last = to
    }
    #expect(closure["confirmed"] is NSNull)
    #expect(["break", "closure"].contains(try field("kind", of: closure, as: String.self)))
  }
}
