// Routing by age and topic is data: who helps with a topic at some ages, also against their own ages.

/// An entry of a topic's `routes`: at these ages these professions help with the topic as well.
package struct Route: Equatable, Sendable {
  package var ages: AgeRange
  package var professions: [Profession.ID]
  /// When it holds beyond the ages, shown to the one who chooses; nil when the ages say it all.
  package var condition: Label?

  package init(ages: AgeRange, professions: [Profession.ID], condition: Label? = nil) {
    self.ages = ages
    self.professions = professions
    self.condition = condition
  }
}

extension Topic {
  /// The professions that help at an age; without an age those of every age.
  package func professions(for age: AgeGroup?) -> [Profession.ID] {
    let more = routes.filter { route in age.map(route.ages.reaches) ?? true }.flatMap(\.professions)
    return professions + more.filter { !professions.contains($0) }
  }

  /// The route that sends somebody of that age to a colleague whose own ages would not: the agreed
  /// exception. Nil without an age, and for a colleague who takes the age anyway.
  package func exception(for colleague: Colleague, age: AgeGroup?) -> Route? {
    guard let age, !colleague.accepts(age) else { return nil }
    return routes.first { $0.ages.reaches(age) && $0.professions.contains(colleague.profession) }
  }
}
