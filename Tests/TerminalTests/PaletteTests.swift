// Colours that can be read on any background, and looks that work without colour.

import Canvas
import Foundation
import Testing

@testable import Terminal

@Suite struct PaletteTests {
  /// WCAG 2 asks for 4.5 on the one background a page has; ours must serve black and white alike,
  /// where 4.58 on both is the most there is. 4.0 on both leaves a choice of colours.
  @Test func manyColoursAreReadableOnBlackAndOnWhite() {
    for role in Style.Role.allCases {
      guard let colour = Palette(depth: .many).look(of: Style(role: role)).colour else { continue }
      let light = luminance(ofXterm: colour)
      #expect((light + 0.05) / 0.05 >= 4.0, "\(role) on black")
      #expect(1.05 / (light + 0.05) >= 4.0, "\(role) on white")
    }
  }

  @Test func fewColoursAreOnlyThoseThatShowOnEitherBackground() {
    let colours = Style.Role.allCases.compactMap { Palette(depth: .few).look(of: Style(role: $0)).colour }
    #expect(Set(colours) == [1, 5])
  }

  @Test func monochromeHasNoColour() {
    for role in Style.Role.allCases {
      #expect(Palette(depth: .monochrome).look(of: Style(role: role)).colour == nil)
    }
  }

  @Test(arguments: Palette.Depth.allCases)
  func whatMattersShowsWithoutColour(depth: Palette.Depth) {
    let palette = Palette(depth: depth)
    func bare(_ style: Style) -> Palette.Look {
      var look = palette.look(of: style)
      look.colour = nil
      return look
    }
    #expect(bare(.good) != bare(.normal))
    #expect(Set([bare(.good), bare(.warning), bare(.alarm)]).count == 3)
    for role in Style.Role.allCases {
      #expect(bare(Style(role: role)).reverse == false)
      #expect(bare(Style(role: role).selected()).reverse)
    }
  }

  @Test(arguments: [
    (-1, Palette.Depth.monochrome), (0, .monochrome), (2, .monochrome), (8, .few), (16, .few), (88, .few),
    (256, .many), (16_777_216, .many),
  ])
  func depth(colours: Int, depth: Palette.Depth) {
    #expect(Palette.Depth(colours: colours) == depth)
  }

  @Test func delaysAreNotWrittenByTheLastResort() {
    let bytes = Capability.withoutPadding(Array("\u{1B}[m$<2>\u{1B}[?1l$<5*/>x$<".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[m\u{1B}[?1lx$<")
  }

  /// Relative luminance (WCAG 2) of a colour of xterm's 256: a 6×6×6 cube, then 24 greys.
  private func luminance(ofXterm number: Int) -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    let parts: [Int] =
      number >= 232
      ? Array(repeating: 8 + 10 * (number - 232), count: 3)
      : [(number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6].map { levels[$0] }
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
