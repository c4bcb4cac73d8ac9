// Ordinary Danish words that keep a sentence about a network or an address from being taken for a name.

enum OrdinaryWords {
  /// Words after which "at" begins a sentence, and is no sign of an address.
  static let beforeThat = WordList<Void>([
    "husk|sig|sige|ved|så|for|til|om|og|er|var|efter|uden|på|med|synes|tror|siger|sagde|af|i|vil|som|ikke"
      + "|det|bare"
      + "|gerne|også|tænker|mener|ser|se|viser|vide|lyst|tid|brug|mulighed|bemærk|oplyst|hørte|hørt|læst"
      + "|skriver"
      + "|skrev|sørg|håber|fortæl|ud|ind|fordi|mere|end|frem|vidste|fået|opmærksom": ()
  ])

  /// Words between a network and a name.
  static let beforeName = WordList<Void>([
    "er|hedder|navn|navnet|brugernavn|bruger|profil|hans|hendes|deres|min|mit|jeg|konto|id|nr|name|is|som": ()
  ])

  /// Words after which a name is told.
  static let tellsName = WordList<Void>([
    "hedder|navn|navnet|brugernavn|bruger|profil|id|name|er|is": ()
  ])

  /// Words before a network in a sentence that speaks of it.
  static let beforeNetwork = WordList<Void>([
    "på|via|fra|til|om|med|af|i|for|og|eller|bruger|bruge|uden|slette|slet|har|mest|en|et|sin|sit|vores"
      + "|deres|kun"
      + "|åbne|åben|ny|følg|se|tjek|over|gennem|lave|hente|meget|ser|hader|elsker|savner|mistet|lukke|on|via":
      ()
  ])

  /// Words after a network that are no names: how it is spoken of, and the words of which sentences are made.
  static let afterNetwork = WordList<Void>([
    "gruppe*|server*|kanal*|profil*|konto*|app*|story*|stories|opslag*|chat*|besked*|video*|side|siden"
      + "|billede*|link"
      + "|bruge*|kode*|navn*|reklame*|opdatering*|post|posts|live|filter*|streak*|mobning*|notifikation*|kort"
      + "|er|var|bliver|blev|har|havde|kan|kunne|skal|skulle|vil|ville|må|måtte|virker|fylder|giver|gør"
      + "|går|får|fik|tager"
      + "|ikke|nej|ja|og|eller|men|for|fordi|så|hvis|når|som|der|den|det|de|en|et|at|om|på|i|til|fra|med"
      + "|af|ved|hos|efter"
      + "|inden|under|over|uden|mod|hele|alle|alt|lidt|meget|mange|mere|mest|kun|også|bare|nu|igen"
      + "|dagligt|hver|lukket"
      + "|lukker|åben|åbent|åbner|nede|oppe|slukket|slået|slettet|blokeret|godt|fint|ok|okay|bedst|sammen"
      + "|hurtigt|sent"
      + "|tidligt|hjemme|her|mig|dig|os|jer|dem|ham|hende|min|din|sin|vores|jeres|deres|han|hun|vi|jeg|du"
      + "|i dag|mandag"
      + "|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|dag|dage|morgen|aften|uge*|time*|brugt|brug|bruger"
      + "|lærer*|skole*"
      + "|forbudt|tilladt|problem*|bedre|værre|først|derefter|bagefter|a|about|and|or|is|are|not|the|in"
      + "|to|with"
      + "|youtube|google|teams|mail|sms|tlf|telefon*|mobil*|instagram|tiktok|snap|snapchat|facebook"
      + "|discord|insta"
      + "|messenger|whatsapp|twitter|reddit|steam|twitch": ()
  ])
}
