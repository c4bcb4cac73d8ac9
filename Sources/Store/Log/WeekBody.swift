// The body of the record that ends a week: numbers and ids only. What forgetting keeps of it has neither when
// nor by whom.

import Domain

extension WeekRecord: BodyObject {
  static let blank = WeekRecord(
    id: .zero, at: nil, by: nil, covers: WeekCoverage(), rows: [], week: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("after", &after)
    try coder.optional("at", &at)
    if at != nil { try coder("by", &by) }
    try coder("covers", &covers.writers)
    if at == nil { try coder.optional("h", &hash) }
    try coder("id", &id)
    try coder("missing", &missing)
    try coder("rows", &rows)
    try coder("week", &week)
  }
}

extension WeekCoverage.Reach: BodyObject {
  static let blank = WeekCoverage.Reach(last: 0)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    // Each range by its first and its last number.
    try coder(
      "missing", &missing, as: { $0.map { [$0.lowerBound, $0.upperBound] } },
      back: { pairs in
        let ranges = pairs.compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
        return ranges.count == pairs.count ? ranges : nil
      })
    try coder("s", &last)
  }
}

extension WeekRow: BodyObject {
  static let blank = WeekRow(school: .blank)
  mutating func fields(_ coder: inout BodyCoder) throws(BodyFault) {
    try coder("closed", &closed)
    try coder("counted", &counted)
    try coder("extra", &extra)
    try coder("minutes", &minutes)
    try coder("opening", &opening)
    try coder("school", &school)
    try coder("small", &isSmall)
    try coder("sparring", &sparring)
    try coder("staffed", &staffed)
    try coder("visits", &visits)
  }
}

extension WeekRow.Closed: BodyWord { static let blank = closure }
