internal import Glibc
internal import Shell

exit(VerbatimProgram.run(Array(CommandLine.arguments.dropFirst())))
