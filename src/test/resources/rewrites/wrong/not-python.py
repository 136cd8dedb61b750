# what: the transformed text does not parse
# check: imports-added
print("fine")
# --- transformed
with ProcessPoolExecutor( as executor:
    print("fine")
