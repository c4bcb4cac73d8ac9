// Offers: help outside the circle of colleagues, in the directory.

/// An entry of the offers directory ("tilbud").
package struct Offer: Equatable, Sendable {
  package typealias ID = Domain.ID<Offer>

  package var id: ID
  package var name: String
  package var ages: AgeRange
  package var topics: [Topic.ID]
  package var isFree: Bool
  package var isAnonymous: Bool
  package var isForParents: Bool
  package var contact: String
  package var confirmed: CivilDate?

  package init(
    id: ID, name: String, ages: AgeRange, topics: [Topic.ID], isFree: Bool, isAnonymous: Bool,
    isForParents: Bool, contact: String, confirmed: CivilDate?
  ) {
    self.id = id
    self.name = name
    self.ages = ages
    self.topics = topics
    self.isFree = isFree
    self.isAnonymous = isAnonymous
    self.isForParents = isForParents
    self.contact = contact
    self.confirmed = confirmed
  }
}
