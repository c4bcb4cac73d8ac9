// The rights of everything in a data folder, in one table.

/// Rights by what a thing is. They are set exactly, whatever the umask.
package enum FolderRights {
  package static let top: UInt32 = 0o2750
  package static let releases: UInt32 = 0o2750
  /// Sticky, so that nobody can replace another writer's folder.
  package static let log: UInt32 = 0o3770
  package static let writer: UInt32 = 0o2750
  package static let handovers: UInt32 = 0o2770
  package static let document: UInt32 = 0o640
  package static let segment: UInt32 = 0o640
  package static let handover: UInt32 = 0o660

  /// Whether everybody on the machine may read or write it.
  package static func isOpenToAll(_ rights: UInt32) -> Bool { rights & 0o007 != 0 }
}
