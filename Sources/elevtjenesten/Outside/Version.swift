// The program's version.

/// Which edition this is.
enum Version {
  static let text = "0.1.0"
}
