/// That programs may be run to convert a source, and who may end them.
public struct Conversion: Sendable {
  /// Asked several times a second whether they are to end.
  public var isStopped: @Sendable () -> Bool

  /// Programs that run until they are done, or `isStopped`.
  public init(isStopped: @escaping @Sendable () -> Bool = { false }) { self.isStopped = isStopped }
}
