// The hash against vectors from outside: FIPS 180-4 examples, and Python's hashlib for every length.

import Domain
import Testing

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func standardExamples(message: String, expected: String) {
    #expect(hex(SHA256.digest(of: message.utf8)) == expected)
  }

  @Test func aMillionTimesA() {
    let digest = SHA256.digest(of: [UInt8](repeating: 0x61, count: 1_000_000))
    #expect(hex(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// The first four bytes of `hashlib.sha256(bytes((7*i+3) % 256 for i in range(n)))` for n = 0…130:
  /// every way a message can end within two blocks.
  private static let table = [
    "e3b0c442084fed08323b730f6ab0dba142a146d9c0a7188bf3a8eb3dab764db40865c1be172f3d81aadd73eb",
    "74b55c9d756a3395da925975a6a744ad98b032499c94926dbbc485bd4929dcd4e22bd9f6cb0b638fdd59e815",
    "7f5e1b730c2227ce73281455fa9766ea5492dff88876c611a6940de852bbbbd7f1eab075721f1b54ab5f8b5c",
    "90f90857c296690802825099a7aba4cab11e919cafa3a9b290663c410873681bfe877131d9fcbc5f6c980fe8",
    "f990f6ed98ce1f7b736b0a4e9b6073af31cedec85649348a9898428b75e248b38230c2709f17a1b3160bbf14",
    "e7313d334324d65f35df60949afd9e8b3f67cd8706659a8b4a28a6c45b50d7a381c8024239e3d7b6aacca6ff",
    "11fdf00306e3cd2ec23b56ccca32376ffb1907e554cac60599e356ea64bee9b03ebc4be40818225365cf2b7b",
    "1f21d7fe87fa111c2a4808f9c6b3377d5876ebcbeb52f62b2f0795e2442975e0b690f6f0b876ad02ff4ec8cd",
    "b16ffce5bb743aa14d39e6ae85373e64f8368d094d0d2d325028666b3a23c913c9f1a5f79b5d6632af680818",
    "5e4edd845a2cda2348719cf79f0fc4c39313cf735af877deaf7d44bc0e9934869dfada1be0cfd9f06a9c24a9",
    "4a70b5e267d9492e96b928cfcded73ee5155ce16c2030f07556cbf34867b32632c49b89c9ce7368e7836b787",
    "1189a98a60937afb229c92a52f781a36b402a31c3d11be99a8d23e75d2742f1f307f8fc24d5e47a2",
  ].joined()

  @Test func everyLengthOverTwoBlocks() {
    let digits = Array(Self.table)
    for length in 0...130 {
      let expected = String(digits[(length * 8)..<(length * 8 + 8)])
      #expect(hex(SHA256.digest(of: message(length)).prefix(4)) == expected, "length \(length)")
    }
  }

  /// The parts in which the bytes arrive make no difference.
  @Test func inPieces() {
    let whole = message(200)
    let expected = SHA256.digest(of: whole)
    for first in stride(from: 0, through: 200, by: 7) {
      var hash = SHA256()
      hash.update(whole[..<first])
      // Work done on a common prefix can be used again.
      var copy = hash
      copy.update([1, 2, 3])
      hash.update(whole[first...])
      #expect(bytes(hash.finish()) == expected, "cut at \(first)")
    }
  }

  private func message(_ length: Int) -> [UInt8] { (0..<length).map { UInt8(($0 * 7 + 3) % 256) } }

  private func bytes(_ words: InlineArray<8, UInt32>) -> [UInt8] {
    (0..<8).flatMap { index in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: words[index] >> UInt32($0)) }
    }
  }

  private func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
