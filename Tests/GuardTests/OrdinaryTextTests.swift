// What people write at a desk on an ordinary day: hours, rooms, weeks, prices, places. Nothing of it is even
// warned about, neither in a field nor in a text about a young person.
import Guard
import Testing

private let ordinary = """
  09.30-11.30 11.50-13.30
  12/10 13/10 14/10
  8.00-9.30 9.45-11.15 11.45-13.15
  man-fre 8-16, fre 8-14
  mandag 8.00-15.30, tirsdag 8.00-15.30, onsdag lukket
  Åbent 12/5 kl. 10-12 og 13/5 kl. 9-11
  Åbningstid: 08.00-16.00
  uge 10, 11, 12, 13 og 14
  uge 10 11 12 13 14
  Uge 33-42 og 44-50
  ugerne 5 6 7 8 9 10
  lokale 12, 13 og 14
  Lokale 1.12 og 1.14 i bygning 2
  rum 12 11.03.2026
  Rum 101 102 103 104
  Lokale 2104 2106 2108
  Vi mødes i kantinen kl. 9.30
  Mødes ved hovedindgangen 11.03.2026 kl. 14.30
  Hun kommer igen torsdag kl. 12.15
  Kommer igen i morgen kl. 13
  Kommer tilbage 12/5 kl. 10.30
  Torsdag den 12. marts kl. 10.15
  12. maj kl. 9-11, 13. maj kl. 10-12
  12.10.26 13.10.26 14.10.26
  11.03.26-14.03.26
  12/10-26 13/10-26 14/10-26
  Ferie 11.03.2026-14.03.2026
  Efterårsferie uge 42, vinterferie uge 7
  11.03 1030-1230
  12/10 1030-1230
  12/10 10-12 14-16
  12/10 10.30-12.30
  10-12 14-16 18-20
  0800-1600 0900-1500
  08-16 08-16 08-16 08-14
  kl. 10.30-12.30 og 13.00-15.00
  kl 1030-1230
  Fri fra 12.10 til 16.10
  Ferien varer 12.10.-16.10.
  Lukket 24/12, 25/12, 26/12, 31/12 og 1/1
  Pris 125 kr.
  Det koster 1200 kr. pr. hold
  Budget 1.012.345.678 kr.
  Budgettet er 12.500.000 kr.
  2500-3500 kr. om måneden
  Pris: 1250,50 kr.
  Ca. 1500 elever og 120 lærere
  5000 Odense C
  Møde 12.05.2026, 5000 Odense C
  Skolen ligger på Rugårdsvej 123, 5000 Odense C
  Campusvej 55, 5230 Odense M
  Østre Stationsvej 1-5, 2. sal, 5000 Odense C
  skoleåret 2025-2026
  Skoleåret 2025/26
  skoleåret 2026/2027 begynder 10. august 2026
  Planen gælder 1. august 2025 - 31. juli 2026
  Hold 1.a, 1.b og 2.c
  Klasse 2.g og 3.g, lektion 3-4
  Lektion 1 2 3 4 er aflyst
  Modul 2 kl. 10.05-11.35
  Bus 42 kl. 14.05 fra stationen
  Bus 41 42 51 52 kører forbi
  Linje 10 kører 7.05 7.25 7.45 8.05
  Tog 7.05 7.25 7.45 8.05
  Side 10-12 og 14-16
  Kapitel 1 2 3 4 5
  Kvote 2 frist 15. marts kl. 12.00
  Optagelse.dk åbner 1. februar
  SU-ansøgning inden den 15.
  Opgave 1.2.3 og 2.1
  v1.2.3
  Version 2.10.1
  192.168.10.11
  2026-W11
  2026-03-11 14:30
  2026-03-11T14:30:00
  11.03.26 14:30
  11/3 2026 kl. 10
  11/3-26 kl. 10.15
  12-05-2026 kl. 12
  12.05.2026, 1030
  12.05.2026: 1030-1200
  12. maj 2026, kl. 10.30
  Ingen tid før 12. maj 2026 kl. 1430
  P-nr. 1012345678
  P-nummer: 1012345678
  CVR 12345678
  CVR-nr. 12 34 56 78
  CVR: DK-10123456
  EAN 5790001012345
  EAN-nr. 5790 0010 12345
  IBAN DK50 0040 0440 1162 43
  iban: dk5000400440116243
  Skriv aldrig cpr-numre her
  Cpr oplyses ikke. Mødes 12.05.2026 kl. 14.30
  Ingen CPR her, kun uge 12
  Cpr nævnes først hos sygeplejersken kl. 10.30
  Personnummer må ikke skrives, heller ikke de første 6 cifre
  Personnumre skrives ikke ned
  Vil gerne tale med psykolog
  Spørger om SU og bolig
  Spørger efter socialrådgiver tirsdag
  Vil tale om eksamen 2. juni
  Har eksamen 2. juni og 11. juni
  Søger læsehjælp, 2 timer om ugen
  Har 3 fag tilbage
  Kommer med en ven
  Har ventet 20 minutter
  Taler engelsk, forstår lidt dansk
  Er 17 år og søger fritidsjob
  Er fyldt 18
  Fylder 18 til sommer
  Fylder 18 om 2 uger
  fylder 18 i uge 12
  Fyldte salen til kl. 12
  Skemaet fylder 2 sider
  Halvdelen af holdet fylder meget i kantinen
  Født i Odense
  Født i udlandet, bor i Odense siden folkeskolen
  Holder fødselsdag i uge 10
  fødselsdag i uge 10
  Taler om sin fødselsdag på mandag
  Fødselsdag fejres i lokale 12
  født på rum 12
  Født og opvokset på Fyn
  f.eks. 10.11
  f.eks. tirsdag 10-12
  plads f. 10 personer
  Lokale F 12.05
  Fløj F, rum 12
  Hold F 2026
  Bygning F 10-12
  Snap er ikke tilladt i timen
  Har set noget på Snapchat
  Skriver sammen på Discord om aftenen
  Følg os på Instagram
  Se opslaget på Facebook
  fb-gruppen er lukket
  Snap-gruppen larmer
  Bruger meget TikTok
  Mobning på Snap og Insta
  Insta virker ikke på skolens net
  Snapchat og TikTok fylder meget
  Vil slette Instagram
  Facebook bruges ikke længere
  Discord-serveren er nede
  Discord serveren er nede
  TikTok videoer om eksamen
  Har lagt mobilen væk
  Skal ringe til kommunen i uge 12
  Ring kl. 10-12 eller 14-16
  Ring mandag kl. 9.30
  Ring først efter 12.05.2026
  Ring 12/5, 13/5 eller 14/5 15/5
  Ringer igen torsdag kl. 12.15
  Telefonen er slukket
  Telefontid 10.30-12.30
  Telefontid man-fre 08-10, 12-14
  Telefontid 8-9, onsdag 12-13
  Tlf. oplyses i receptionen
  Mobil og pc må tages med
  Kald mig op på onsdag
  Har sms-påmindelse kl. 8
  lok 12
  Kl. 8 9 10 og 11
  Husk at ug.dk har en guide
  Husk at se ug.dk
  Ved at studievalg.dk svarer
  Se ug.dk
  Tjek optagelse.dk og su.dk
  Mail er sendt
  Vil have mail om tider
  Skriv mail til skolen
  Bruger gmail
  Har glemt sin kode til Outlook
  2 @ 3
  @ole
  Bordet (a) og bordet (b)
  punkt (a) og (b) i planen
  Gruppe a eller b
  At lære at læse
  Hun siger at skolen er fin
  Vil lære at skrive dansk punktum og komma
  Mangler punktum og komma
  Sæt punktum her
  Årgang 2 på skolen
  Hele årgangen er på tur uge 12
  3. årgang har møde kl. 10
  1 2 3 4
  1, 2, 3, 4, 5, 6, 7, 8
  Trin 1 2 3 og 4
  Bord 12 ved vinduet
  Hylde 3, mappe 12
  Kopi på 2. sal
  Skab 1234
  Skab nr. 123
  Kode til printer: spørg på kontoret
  Karakterer 7 10 12 4 02
  Karakterer: 02 4 7 10 12
  Snit 7,4 og 8,2
  10 ud af 12 mødte op
  3 af 4
  50 % fravær
  Fravær 12,5 %
  3-4 gange om ugen
  9-10 timer
  15-25 år
  Unge 15-24 år
  Gratis, anonymt, 15-25 år
  Åbent mandag-torsdag 10-18, fredag 10-14
  Åbent alle hverdage kl. 9-15, dog ikke 24/12-2/1
  Mandage 16-18 i ulige uger
  Første mandag i måneden kl. 16-18
  Hver tirsdag i ugerne 34-42
  Vikar 2/3-6/3
  Væk 9.3.2026..13.3.2026
  Væk 09.03.2026-13.03.2026
  Kursus 9/3 og 10/3
  Kursus 9.-11. marts
  psykolog
  sygeplejerske
  socialrådgiver
  Elevtjenesten holder lukket 1. maj
  Skolefest 12. juni kl. 19-01
  Temadag 11.3, 12.3 og 13.3
  Trivselsmåling uge 4-10
  Ansøgningsfrist 1/3
  Vejledning i rum B.12
  Mødes foran B1.02
  EUC Syd
  EUD/EUX hold 26-1
  gf1-26 og gf2-26
  GF2 starter 12/1-26
  HF 1. år
  STX 2.x
  10. klasse
  Klubben, kælderen, Slotsgade 5
  Vestergade 12-14, 1. sal
  Kl. 12:15-13:00
  09:30-11:30 11:50-13:30
  12.15 - 13.00
  mellem 10 og 12
  ca. 14
  fra 8 til 16
  Bekræftet 12.05.2026
  bekræftet 2026-05-12
  OK
  Nej
  -
  0
  Tak
  Mødet bliver 12/5
  Det bliver 12 elever 13/5
  Det bliver 12.05.2026 kl. 10
  Åbent bliver 14 dage før 12/5
  Årgang 2026 starter 10. august
  Hold 12, 2. sal på Snap Street
  12 hold på Facebook
  Hent appen på tlf. eller pc
  Snap/insta fylder meget
  Insta/TikTok i pausen
  snap-streaks med vennerne
  Facebook-gruppen for 2.g
  facebook.com/skolen
  Spis 2 stk. om dagen
  Møde 12.5. kl. 8.15-9.00 og 13.5. kl. 8.15-9.00
  Åbent 1/8-31/7
  Lukket 23.12.-2.1.
  Lukket 23/12-2/1
  Åbent igen 3/1 kl. 8
  Mødes i lokale 3.14 kl. 14.30
  Bygning 12, lokale 1206
  Lokale 12.06 kl. 12.06
  Rum 12 05 47
  Kl. 08.15, 09.00, 10.15, 11.00 og 12.15
  8.15 9.00 10.15 11.00 12.15
  8:15 9:00 10:15 11:00
  8-10, 10-12, 12-14, 14-16
  8-10 10-12 12-14 14-16
  12/5 8-10, 13/5 10-12, 14/5 12-14
  man 12/10, tir 13/10, ons 14/10, tor 15/10
  12.10. 13.10. 14.10. 15.10.
  12. 13. og 14. oktober
  12., 13. og 14. oktober 2026
  1. oktober 2026 - 31. december 2026
  Ferie 12.-16. oktober 2026, uge 42
  2026/27: uge 33-26
  Pris 1200-1500 kr.
  Pris: 300, 450 og 600 kr.
  Kr. 1.250,00
  125,50 kr. 1.200,00 kr.
  Rejsekort 12345
  Skema: 1. lektion 8.15-9.00, 2. lektion 9.05-9.50
  Eksamen 12/5 kl. 9.00-13.00, lokale 1.12
  5000 Odense C - 5230 Odense M
  Munkebjergvænget 1, 5230 Odense M
  Kochsgade 31 D, 2. tv, 5000 Odense C
  Åbent i uge 7, 8, 42, 43 og 52
  100-200 unge om året
  Ca. 10.000 kr. årligt
  Har talt med 12 elever i uge 10
  Snitkrav 6,0
  Tast 1 2 3 eller 4
  """

@Test func ordinaryTextsPass() {
  let texts = ordinary.split(separator: "\n").map(String.init)
  #expect(texts.count > 250)
  for text in texts {
    for scope in [Guard.Scope.plain, .aboutYoungPerson] {
      #expect(Guard.answer(toLine: text, scope: scope) == "ok", "\(text)")
    }
  }
}

/// The same texts do not hide a number that stands beside them.
@Test func ordinaryTextsHideNothing() {
  for text in ordinary.split(separator: "\n") {
    #expect(Guard.answer(toLine: text + " / 120547-6321") == "blok", "\(text)")
    #expect(Guard.answer(toLine: "120547-6321 / " + text) == "blok", "\(text)")
  }
}
