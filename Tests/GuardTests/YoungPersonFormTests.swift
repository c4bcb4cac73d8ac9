// The many ways to write how a young person can be reached, and when they were born.
import Guard
import Testing

private let telephones = """
  12345678
  12 34 56 78
  1234 5678
  12-34-56-78
  12.34.56.78
  +4512345678
  +45 12 34 56 78
  004512345678
  00 45 12 34 56 78
  (+45) 12 34 56 78
  (0045) 12345678
  tlf 12345678
  tlf: 12 34 56 78
  tlf.nr. 12 345 678
  mob. 12 34 5678
  mob 12,34,56,78
  mobil 1 234 56 78
  ring 12/34/56/78
  12/34/56/78
  12 34/56 78
  2O 12 34 56
  2o1234l6
  l2 34 56 78
  12:34:56:78
  12·34·56·78
  12 - 34 - 56 - 78
  +45-12-34-56-78
  45 12 34 56 78
  + 45 12 34 56 78
  sms 12345 678
  tlf 123 45 67 8
  T: 12 34 56 78
  hendes nummer er 12345678
  12 34 56 78.
  12_34_56_78
  (12) 34 56 78
  1234/5678
  1234.5678
  123 456 78
  123-45-678
  tlf. nr.: +45 12 34 56 78
  12-345678
  (12)345678
  +45(0)12345678
  12,34,56,78
  3o 4o 5o 6o
  Ring til mor på 20 30 40 50
  tlf: 20-30-40-50
  Mobil: 2030 4050
  mob.: 20304050
  Telefonnr. 20 30 40 50
  tlf.nr 20304050
  Tlf.nr.: 20 304 050
  +45 20304050
  +45-20304050
  +45 2030 4050
  0045 20 30 40 50
  (+45) 20304050
  (+45)20304050
  (0045) 20 30 40 50
  00 45 20304050
  +45/20/30/40/50
  20/30/40/50
  20304O5O
  2O3O4O5O
  2O 3O 4O 5O
  l2 l3 l4 l5
  20.304.050
  20 30 4050
  2030-4050
  203-04-050
  20 3040 50
  sms til 20304050
  ring på 20 30 40 50 efter kl. 14
  kontakt: 20304050
  tlf=20304050
  T 20304050
  📱20304050
  mobil 2 0 3 0 4 0 5 0
  +45 20 30 40 50
  tlf. 20, 30, 40, 50
  tlf +4520304050
  45 20 30 40 50
  4520304050
  20–30–40–50
  """

private let addresses = """
  ole@skole.example
  ole(at)skole.dk
  ole (at) skole (dot) dk
  ole[at]skole.dk
  ole at skole.dk
  ole at gmail dot com
  ole at gmail punktum com
  ole snabel-a skole.dk
  ole snabela skole punktum dk
  ole snabel a skole.dk
  ole.b snabelaskole.dk
  ole{at}skole.dk
  ole <at> skole.dk
  ole@skole punktum dk
  ole @ skole.dk
  ole(snabel-a)skole.dk
  ole.hansen gmail.com
  OLE AT SKOLE.DK
  ole (a) skole.dk
  ole_at_skole.dk
  ole [@] skole.dk
  ole@ skole.dk
  ole krøllealfa skole.dk
  ole@ gmail com
  ole.hansen(at)mail.dk
  ole.hansen [at] mail [dot] dk
  ole.hansen at mail punktum dk
  ole.hansen snabel-a mail.dk
  ole hansen snabela mail dk
  ole.hansen snabel a mail punktum dk
  ole.hansen @ mail . dk
  ole.hansen(@)mail.dk
  ole.hansen AT mail DOT dk
  ole-hansen at hotmail.com
  mail: ole.hansen@mail.dk
  ole.hansen (snabel-a) mail (punktum) dk
  ole.hansen{at}mail{dot}dk
  olehansen at gmail.com
  olehansen(at)gmail(dot)com
  olehansen snabel-a gmail
  olehansen@gmail
  ig @ole.hansen
  """

private let networkNames = """
  snap: olesnap
  snap ole05
  snapchat @ole
  insta olehansen
  ig: ole.h
  instagram ole_h
  tiktok @ole
  discord ole#1234
  fb Ole Hansen
  snap er olesnap
  hendes snap hedder olesnap
  på insta: olehansen
  Insta: @olehansen
  skriv til mig på snap, ole_05
  tiktok: ole
  Facebook: Ole Hansen
  @ole på insta
  ole_05 på snap
  snap: ole.hansen
  Snap ole_h
  sc: ole.h
  snapchat: olehansen07
  Insta @olehansen
  insta: ole_hansen
  IG olehansen
  instagram: olehansen
  tiktok: @olehansen
  TikTok olehansen
  discord: ole#1234
  Discord olehansen
  fb: Ole Hansen
  FB Ole Hansen
  facebook Ole Hansen
  hans snap er olehansen
  snap-navn: olehansen
  Snapchat (olehansen)
  snap "olehansen"
  følg @olehansen på insta
  insta/olehansen
  instagram.com/olehansen
  """

private let births = """
  fylder 18 d. 12/5
  fylder 18 den 12. maj
  fylder 18 12/5
  fødedato 12.05.47
  fødedato: 120547
  født 12/5
  født 12.05.2047
  f 120547
  f. 12.05.47
  f.120547
  f120547
  f: 12/5-47
  f d. 12/5 47
  fødselsdag 12/5
  fødselsdag den 12. maj
  f.d. 12/5
  fd 120547
  12/5 er hans fødselsdag
  den 12. maj fylder han 18
  født d. 12 maj 2047
  født maj 12, 2047
  bliver 18 d. 12/5
  bliver 18 den 12. maj
  født 12-05-47
  født 2047-05-12
  born 12 May 2047
  birthday: May 12
  dob 12/05/2047
  f.dato 12.05.47
  føds.dag 12/5
  12.05.47 (født)
  f. d. 12/5-47
  f. 12. maj 47
  født: 12. 5. 47
  f 12 05 47
  fødselsdagen er 12/5
  fylder år d. 12/5
  fylder 18 år den 12. maj
  fylder 18 på fredag 12/5
  fylder 18 12. maj
  Fødselsdag: 12. maj
  fødselsdag d. 12.05
  har fødselsdag 12/5
  født 12/5 2007
  født den 12. maj 2007
  født d. 12-5-07
  født 120507
  f. 120507
  f 120507
  f. 12/5
  f.12.5.07
  f.d. 120507
  f.d.: 12-05-2007
  fødselsdato 12/5-07
  fødedato 12. maj
  fødedag 12/5
  12/5-2007 (født)
  runder 18 d. 12/5
  fd. 12.05.07
  f: 12.05.07
  DOB: 12.05.2007
  B-day 12/5
  bday: 12/5
  født 2007-05-12
  født 20070512
  født 12052007
  """

private let birthYears = """
  født 2008
  født i 2008
  født i 08
  født '08
  årgang 2008
  årgang 08
  f. 2008
  f. '08
  fødselsår 2008
  fødeår: 2008
  fra årgang 08
  født i maj 2008
  fylder 18 i 2027
  """

@Test(arguments: [
  (telephones, Guard.Kind.telephone), (addresses, .email), (networkNames, .handle), (births, .birth),
])
func everyFormIsBlockedForWhatItIs(texts: String, kind: Guard.Kind) {
  for text in texts.split(separator: "\n").map(String.init) {
    for (before, after) in [("", ""), ("Mødes i kantinen, ", ""), ("", " – tak"), ("(", ")")] {
      guard case .block(let finding) = Guard.check(before + text + after, scope: .aboutYoungPerson) else {
        Issue.record("\(before + text + after) is not blocked")
        continue
      }
      #expect(finding.kind == kind, "\(text)")
    }
    #expect(Guard.answer(toLine: text) != "blok", "other texts may hold it: \(text)")
  }
}

@Test func yearsOfBirthAreWarnings() {
  for text in birthYears.split(separator: "\n").map(String.init) {
    #expect(Guard.answer(toLine: text, scope: .aboutYoungPerson) == "advarsel", "\(text)")
  }
}
