print("hanfacts")
