print("elevtjenesten")
