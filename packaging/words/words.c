// Words of texts, split and aligned, and what their sketches share: what comparing documents spends its time on, behind a plain C interface for ctypes.
//
// It keeps nothing between calls. What makes a word, and how texts are aligned, stands in app/findling/duplicates
// (word_tokens.py, alignment.py); tests/unit/duplicates/test_word_library.py holds this to plain Python that does the same.
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

// ---------------------------------------------------------------------------------------------------------- splitting

// Kinds of characters; the caller tells them of each of a text.
enum {
    kLetter = 1, kWord = 2, kMark = 4, kUnspaced = 8, kDigit = 16, kSpace = 32, kSign = 64, kJoint = 128,
    kApostrophe = 256, kSymbol = 512, kUpper = 1024, kLower = 2048
};

// Traits of words; one that is not all ASCII, unfolded, has to be folded by the caller.
enum { kUnfolded = 1, kFigure = 2, kCapital = 4, kSmall = 8, kTelling = 16, kNumber = 32 };

enum { kLongFigure = 4, kShortestIdentifier = 3, kApart = 0x1f };

static int64_t smaller(int64_t one, int64_t other) { return one < other ? one : other; }
static int64_t larger(int64_t one, int64_t other) { return one > other ? one : other; }

typedef struct {
    uint64_t folded, written;  // hashes of the word as it is compared, and as it stands
    uint32_t code;             // CRC-32 of the former's bytes
    int32_t start, end;        // code points
    uint32_t traits;
} Word;

static const uint32_t kCrc[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4,
                                  0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                  0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};

// The finaliser of splitmix64 (Steele et al. 2014).
static uint64_t mix(uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

static uint64_t step(uint64_t hash, uint32_t letter) { return (hash ^ letter) * 0x9e3779b97f4a7c15u; }

EXPORT uint64_t words_hash(const uint32_t *letters, int64_t count) {
    uint64_t hash = 0;
    for (int64_t i = 0; i < count; i++) hash = step(hash, letters[i]);
    return mix(hash ^ (uint64_t)count);
}

static int64_t skip(int64_t at, int64_t length, const uint16_t *kinds, uint32_t wanted) {
    while (at < length && kinds[at] & wanted) at++;
    return at;
}

// Go on where another part follows behind one sign that joins them.
static int64_t skip_joined(int64_t at, int64_t length, const uint16_t *kinds, uint32_t joint,
                           uint32_t begins, uint32_t wanted) {
    at = skip(at, length, kinds, wanted);
    while (at + 1 < length && kinds[at] & joint && kinds[at + 1] & begins)
        at = skip(at + 1, length, kinds, wanted);
    return at;
}

// Return where the word ends that begins here; the same place if none does.
static int64_t find_end(int64_t at, int64_t length, const uint16_t *kinds) {
    uint32_t kind = kinds[at];
    if (kind & kLetter) return skip_joined(at, length, kinds, kApostrophe, kWord | kMark, kWord | kMark);
    if (kind & kUnspaced) return at + 1;
    bool is_sign = kind & kSign && (!at || kinds[at - 1] & kSpace) && at + 1 < length && kinds[at + 1] & kDigit;
    if (is_sign || kind & kDigit) return skip_joined(at + is_sign, length, kinds, kJoint, kDigit, kWord);
    return kind & kSymbol ? at + 1 : at;
}

static void describe(Word *word, const uint32_t *text, const uint16_t *kinds) {
    uint64_t folded = 0, written = 0;
    uint32_t code = 0xffffffff, traits = 0;
    int64_t count = word->end - word->start;
    for (int64_t i = word->start; i < word->end; i++) {
        uint32_t letter = text[i];
        written = step(written, letter);
        if (letter > 127) traits |= kUnfolded;
        if (letter - 'A' < 26) letter += 'a' - 'A';
        folded = step(folded, letter);
        code ^= letter;
        code = kCrc[code & 15] ^ (code >> 4);
        code = kCrc[code & 15] ^ (code >> 4);
    }
    uint32_t first = kinds[word->start];
    bool is_word = first & kLetter;
    traits |= (is_word ? 0 : kFigure) | (first & kUpper ? kCapital : 0) | (first & kLower ? kSmall : 0);
    if (is_word || count >= kLongFigure) traits |= kTelling;
    if (first & kDigit && count >= kShortestIdentifier) traits |= kNumber;
    word->folded = mix(folded ^ (uint64_t)count);
    word->written = mix(written ^ (uint64_t)count);
    word->code = ~code;
    word->traits = traits;
}

// Split a text of less than 2^31 code points; `words` has room for one word a code point. Return their number.
EXPORT int64_t words_split(const uint32_t *text, int64_t length, const uint16_t *kinds, Word *words) {
    int64_t count = 0;
    for (int64_t at = 0; at < length;) {
        int64_t end = find_end(at, length, kinds);
        if (end == at) {
            at++;
            continue;
        }
        Word *word = words + count++;
        word->start = (int32_t)at;
        word->end = (int32_t)end;
        describe(word, text, kinds);
        at = end;
    }
    return count;
}

// Look the kinds of all characters up, by pages of 256: `pages` has for each page where its table stands in `tables`, or a
// number below 0. Return the first page that has none, or -1 where all kinds were found.
EXPORT int64_t words_kinds(const uint32_t *text, int64_t length, const int32_t *pages, const uint16_t *tables, uint16_t *kinds) {
    for (int64_t i = 0; i < length; i++) {
        int32_t place = pages[text[i] >> 8];
        if (place < 0) return text[i] >> 8;
        kinds[i] = tables[256 * (int64_t)place + (text[i] & 255)];
    }
    return -1;
}

// Hash the words of a text as `words_split` does, as they are compared, and no more. Return their number. What is not all
// ASCII stands in `left`, which has room for as many: its place among the words, its start and its end; `lefts` gets how many.
EXPORT int64_t words_fold(const uint32_t *text, int64_t length, const uint16_t *kinds, uint64_t *hashes, int64_t *left,
                          int64_t *lefts) {
    int64_t count = 0;
    *lefts = 0;
    for (int64_t at = 0; at < length;) {
        int64_t end = find_end(at, length, kinds);
        if (end == at) {
            at++;
            continue;
        }
        uint64_t hash = 0;
        uint32_t all = 0;
        for (int64_t i = at; i < end; i++) {
            uint32_t letter = text[i];
            all |= letter;
            hash = step(hash, letter - 'A' < 26 ? letter + ('a' - 'A') : letter);
        }
        if (all > 127) {
            int64_t *word = left + 3 * (*lefts)++;
            word[0] = count, word[1] = at, word[2] = end;
        }
        hashes[count++] = mix(hash ^ (uint64_t)(end - at));
        at = end;
    }
    return count;
}

// Run words together as UTF-8, figures set apart by a unit separator before and behind. What is not all ASCII stands in
// `folded`, one after the other, and ends at `ends`. `bytes` has room for all of it and two more a word. Return its length.
EXPORT int64_t words_join(const uint32_t *text, const Word *words, int64_t count, const uint8_t *folded,
                          const int64_t *ends, uint8_t *bytes) {
    uint8_t *out = bytes;
    int64_t begin = 0;
    for (const Word *word = words; word < words + count; word++) {
        if (word->traits & kFigure) *out++ = kApart;
        if (word->traits & kUnfolded) {
            memcpy(out, folded + begin, *ends - begin);
            out += *ends - begin;
            begin = *ends++;
        } else {
            for (int64_t i = word->start; i < word->end; i++) {
                uint8_t letter = (uint8_t)text[i];
                *out++ = letter - 'A' < 26u ? letter + ('a' - 'A') : letter;
            }
        }
        if (word->traits & kFigure) *out++ = kApart;
    }
    return out - bytes;
}

// Hash each run of so many words by their codes, of which there are as many at least.
EXPORT void words_hash_runs(const Word *words, int64_t count, int64_t width, uint64_t *hashes) {
    static const uint64_t steps[] = {0x9e3779b97f4a7c15u, 0xc2b2ae3d27d4eb4fu, 0x165667b19e3779f9u, 0xd6e8feb86659fd93u};
    for (int64_t i = 0; i + width <= count; i++) {
        uint64_t total = 0;
        for (int64_t place = 0; place < width; place++)
            total = (total + mix(words[i + place].code + steps[place % 4])) * steps[0];
        hashes[i] = mix(total);
    }
}

// ----------------------------------------------------------------------------------------------------------- sketches

// Sample of a document's shingles: how many there are, up to which hash it is complete, whether it is to be proposed.
typedef struct {
    int64_t length;
    uint64_t bound;
    uint8_t shown;
} Sample;

// What a document shares with a sketch, as far as that is told; all 0 between calls.
typedef struct {
    double weight;
    int32_t shared, telling, uncut;
} Share;

// Document that may share enough.
typedef struct {
    double weight, comparable;
    int64_t shared, uncut;
    int32_t place, telling;
} Sharing;

// Return the first place in ascending values whose value is not below (or, `after`, above) another.
static int64_t find_place(const uint64_t *values, int64_t count, uint64_t value, bool after) {
    int64_t low = 0;
    while (count > 0) {
        int64_t half = count / 2;
        bool goes_on = values[low + half] < value || (after && values[low + half] == value);
        low = goes_on ? low + half + 1 : low;
        count = goes_on ? count - half - 1 : half;
    }
    return low;
}

// Round a number of 0 to 2^51 to the nearest whole one, halves to even ones.
static double round_even(double value) { return value + 0x1p52 - 0x1p52; }

// Return how many hashes of the smaller sample lie below the bound up to which both are complete, 1 at least.
static double count_comparable(const uint64_t *values, int64_t count, const Sample *sample) {
    double bound = (double)sample->bound, share = (double)values[count - 1] / (bound > 1 ? bound : 1);
    double own = (double)find_place(values, count, sample->bound, true);
    double others = round_even((double)sample->length * (share < 1 ? share : 1));
    double fewer = own < others ? own : others;
    return fewer > 1 ? fewer : 1;
}

static int64_t add_owners(const int32_t *owners, int64_t count, int64_t frequency, int64_t most, int64_t telling,
                          const Sample *samples, Share *shares, int32_t *touched, int64_t known) {
    for (int64_t i = 0; i < count; i++) {
        if (!samples[owners[i]].shown) continue;
        Share *share = shares + owners[i];
        if (!share->shared++) touched[known++] = owners[i];
        share->weight += 1.0 / (double)frequency;
        share->telling += frequency <= telling;
        share->uncut += frequency <= most;
    }
    return known;
}

// Of an index of shingles, `hashes` are the distinct ones, ascending; the owners of each begin at its place in `starts`.
// Find the documents that may share `least` shingles of a sketch, ascending and not empty, and a part of what is comparable.
// A shingle tells its first `most` owners; those of which not all are told come to stand in `cut`, and may be shared by any.
// `lengths` has how many owners each shingle has besides, of which the first `most` stand in `tail`.
// `counts` and `cut` have room for one for each shingle, `touched` and `found` for each document.
// Return how many were found; `cuts` gets the number of those in `cut`.
EXPORT int64_t words_find_sharing(const uint64_t *values, int64_t count, const uint64_t *hashes, int64_t distinct,
                                  const int64_t *starts, const int32_t *owners, const int64_t *lengths,
                                  const int32_t *tail, int64_t most, int64_t telling, int64_t least, double part,
                                  const Sample *samples, Share *shares, int64_t *counts, int32_t *touched, uint64_t *cut,
                                  int64_t *cuts, Sharing *found) {
    int64_t known = 0, left = 0, kept = 0;
    for (int64_t i = 0; i < count; i++) {
        int64_t place = find_place(hashes, distinct, values[i], false);
        bool is_there = place < distinct && hashes[place] == values[i];
        counts[i] = is_there ? starts[place + 1] - starts[place] : 0;
        if (counts[i] + lengths[i] > most) cut[left++] = values[i];
        if (is_there)
            known = add_owners(owners + starts[place], smaller(counts[i], most), counts[i] + lengths[i], most, telling,
                               samples, shares, touched, known);
    }
    for (int64_t i = 0; i < count; i++) {
        int64_t told = smaller(lengths[i], most - smaller(counts[i], most));
        known = add_owners(tail, told, counts[i] + lengths[i], most, telling, samples, shares, touched, known);
        tail += smaller(lengths[i], most);
    }
    for (int64_t i = 0; i < known; i++) {
        Share *share = shares + touched[i];
        if (share->shared + left >= least) {
            double comparable = count_comparable(values, count, samples + touched[i]);
            if ((double)(share->shared + left) >= part * comparable)
                found[kept++] = (Sharing){share->weight, comparable, share->shared, share->uncut, touched[i], share->telling};
        }
        *share = (Share){0};
    }
    *cuts = left;
    return kept;
}

// ----------------------------------------------------------------------------------------------------------- aligning

typedef struct {
    int64_t first, second, length;
} Run;

typedef struct {
    int64_t first, first_end, second, second_end;
} Gap;

typedef struct {
    Run *runs;
    int64_t count, room;
} Runs;

typedef struct {
    const uint64_t *a, *b;
    Runs kept, elsewhere;
} Aligner;

enum { kShortestMove = 8, kShortestChance = 3, kLargestGap = 4000000 };
static const int64_t kWidths[] = {6, 3, 0};

static bool add(Runs *runs, Run run) {
    if (runs->count == runs->room) {
        int64_t room = runs->room ? 2 * runs->room : 32;
        Run *grown = realloc(runs->runs, room * sizeof(Run));
        if (!grown) return false;
        runs->runs = grown;
        runs->room = room;
    }
    runs->runs[runs->count++] = run;
    return true;
}


static int order(const Run *one, const Run *other) {
    if (one->first != other->first) return one->first < other->first ? -1 : 1;
    if (one->second != other->second) return one->second < other->second ? -1 : 1;
    return one->length < other->length ? -1 : one->length > other->length;
}

static int by_place(const void *one, const void *other) { return order(one, other); }

static int longest_first(const void *one, const void *other) {
    const Run *a = one, *b = other;
    if (a->length != b->length) return a->length > b->length ? -1 : 1;
    return order(a, b);
}

// Open addressing; a place below 0 says that the key occurs more than once on that side.
typedef struct {
    uint64_t key;
    int64_t first, second;  // place + 1; 0 where it does not occur
} Slot;

static Slot *make_slots(int64_t count, uint64_t *mask) {
    uint64_t room = 16;
    while (room < 2 * (uint64_t)count) room *= 2;
    *mask = room - 1;
    return calloc(room, sizeof(Slot));
}

static Slot *find_slot(Slot *slots, uint64_t mask, uint64_t key) {
    uint64_t at = key & mask;
    while ((slots[at].first || slots[at].second) && slots[at].key != key) at = (at + 1) & mask;
    slots[at].key = key;
    return slots + at;
}

static uint64_t hash_shingle(const uint64_t *words, int64_t width) {
    uint64_t total = words[0];
    for (int64_t i = 1; i < width; i++) total = total * 6364136223846793005u + words[i];
    return mix(total);
}

// Find runs of words made of shingles that occur once on each side, ascending in the first.
static bool find_anchors(const Aligner *aligner, Gap gap, int64_t width, Runs *found) {
    int64_t count = gap.first_end - gap.first - width + 1, others = gap.second_end - gap.second - width + 1;
    if (count <= 0 || others <= 0) return true;
    uint64_t mask;
    Slot *slots = make_slots(count, &mask);
    Slot **own = slots ? malloc(count * sizeof(Slot *)) : NULL;
    if (!own) {
        free(slots);
        return false;
    }
    for (int64_t i = 0; i < count; i++) {
        Slot *slot = own[i] = find_slot(slots, mask, hash_shingle(aligner->a + gap.first + i, width));
        slot->first = slot->first ? -1 : i + 1;
    }
    for (int64_t i = 0; i < others; i++) {
        uint64_t key = hash_shingle(aligner->b + gap.second + i, width);
        uint64_t at = key & mask;
        while (slots[at].first && slots[at].key != key) at = (at + 1) & mask;
        if (slots[at].first) slots[at].second = slots[at].second ? -1 : i + 1;
    }
    bool is_done = true;
    Run run = {0, 0, 0};
    int64_t last = 0;
    for (int64_t i = 0; i < count && is_done; i++) {
        int64_t other = own[i]->second - 1;
        if (own[i]->first < 0 || other < 0) continue;
        // One run goes on while both sides step on by the same number of words, and by no more than a shingle covers.
        if (run.length && other - i == run.second - run.first && i - last <= width) {
            run.length = i - run.first + width;
        } else {
            if (run.length) is_done = add(found, (Run){run.first + gap.first, run.second + gap.second, run.length});
            run = (Run){i, other, width};
        }
        last = i;
    }
    if (is_done && run.length) is_done = add(found, (Run){run.first + gap.first, run.second + gap.second, run.length});
    free(own);
    free(slots);
    return is_done;
}

// Choose runs that keep their order, longest first: what fits of each between those that were chosen before.
static bool choose_backbone(Runs *runs, Runs *backbone, Runs *elsewhere) {
    qsort(runs->runs, runs->count, sizeof(Run), longest_first);
    for (int64_t i = 0; i < runs->count; i++) {
        Run run = runs->runs[i];
        int64_t low = 0, high = backbone->count;
        while (low < high) {
            int64_t middle = (low + high) / 2;
            if (order(backbone->runs + middle, &run) < 0) low = middle + 1;
            else high = middle;
        }
        Run before = low ? backbone->runs[low - 1] : (Run){0, 0, 0};
        int64_t over = 0;
        int64_t skipped = larger(larger(before.first + before.length - run.first, before.second + before.length - run.second), 0);
        if (low < backbone->count) {
            Run after = backbone->runs[low];
            over = larger(larger(run.first + run.length - after.first, run.second + run.length - after.second), 0);
        }
        int64_t left = run.length - skipped - over;
        if (left <= 0) {
            if (!add(elsewhere, run)) return false;
            continue;
        }
        if (!add(backbone, run)) return false;
        memmove(backbone->runs + low + 1, backbone->runs + low, (backbone->count - 1 - low) * sizeof(Run));
        backbone->runs[low] = (Run){run.first + skipped, run.second + skipped, left};
    }
    return true;
}

// Longest common subsequence by bits (Hyyro 2004, "A note on bit-parallel alignment computation"), traced back as
// rapidfuzz does, so that of several it is the same. Matched places are added to `found` as runs, ascending.
static bool add_subsequence(const uint64_t *a, int64_t n, const uint64_t *b, int64_t m, Gap gap, Runs *found) {
    int64_t blocks = (n + 63) / 64;
    uint64_t mask;
    Slot *slots = make_slots(n, &mask);
    int64_t *next = malloc(n * sizeof(int64_t));
    uint64_t *rows = malloc((m + 1) * blocks * sizeof(uint64_t));
    bool is_done = slots && next && rows;
    if (is_done) {
        for (int64_t i = n - 1; i >= 0; i--) {
            Slot *slot = find_slot(slots, mask, a[i]);
            next[i] = slot->first - 1;
            slot->first = i + 1;
        }
        memset(rows, 0xff, blocks * sizeof(uint64_t));
        for (int64_t row = 0; row < m; row++) {
            uint64_t *state = rows + (row + 1) * blocks;
            memcpy(state, state - blocks, blocks * sizeof(uint64_t));
            uint64_t at = b[row] & mask;
            while (slots[at].first && slots[at].key != b[row]) at = (at + 1) & mask;
            int64_t place = slots[at].first - 1;
            uint64_t carry = 0;
            for (int64_t block = place < 0 ? blocks : place / 64; block < blocks && (place >= 0 || carry); block++) {
                if (!carry) block = place / 64;
                uint64_t matches = 0, before = state[block];
                for (; place >= 0 && place / 64 == block; place = next[place]) matches |= (uint64_t)1 << (place % 64);
                uint64_t both = before & matches, sum = before + both;
                uint64_t overflow = sum < before;
                sum += carry;
                overflow |= sum < carry;
                state[block] = sum | (before & ~both);
                carry = overflow;
            }
        }
        int64_t begin = found->count, col = n, row = m;
        while (row && col && is_done) {
            const uint64_t *state = rows + row * blocks;
            if (state[(col - 1) / 64] >> ((col - 1) % 64) & 1) {
                col--;
                continue;
            }
            row--;
            if (row && !((state - blocks)[(col - 1) / 64] >> ((col - 1) % 64) & 1)) continue;
            col--;
            Run *last = found->count > begin ? found->runs + found->count - 1 : NULL;
            if (last && last->first == col + gap.first + 1 && last->second == row + gap.second + 1) {
                last->first--;
                last->second--;
                last->length++;
            } else {
                is_done = add(found, (Run){col + gap.first, row + gap.second, 1});
            }
        }
        for (int64_t i = begin, j = found->count - 1; i < j; i++, j--) {
            Run run = found->runs[i];
            found->runs[i] = found->runs[j];
            found->runs[j] = run;
        }
    }
    free(slots);
    free(next);
    free(rows);
    return is_done;
}

// Add a run; where it goes on from the last one of those from `begin` on, both are one.
static bool add_joined(Runs *runs, int64_t begin, Run run) {
    Run *last = runs->count > begin ? runs->runs + runs->count - 1 : NULL;
    if (!run.length) return true;
    if (!last || last->first + last->length != run.first || last->second + last->length != run.second) return add(runs, run);
    last->length += run.length;
    return true;
}

// Match by the longest common subsequence; where it is thin, without short runs.
static bool match_words(Aligner *aligner, Gap gap) {
    const uint64_t *a = aligner->a + gap.first, *b = aligner->b + gap.second;
    int64_t n = gap.first_end - gap.first, m = gap.second_end - gap.second, start = 0, end = 0;
    while (start < n && start < m && a[start] == b[start]) start++;
    while (end < n - start && end < m - start && a[n - 1 - end] == b[m - 1 - end]) end++;
    Runs inner = {0}, *kept = &aligner->kept;
    int64_t begin = kept->count, common = start + end;
    bool is_done = add_joined(kept, begin, (Run){gap.first, gap.second, start});
    if (is_done && n > start + end && m > start + end) {
        Gap between = {gap.first + start, gap.first_end - end, gap.second + start, gap.second_end - end};
        is_done = add_subsequence(a + start, n - start - end, b + start, m - start - end, between, &inner);
    }
    for (int64_t i = 0; i < inner.count && is_done; i++) {
        common += inner.runs[i].length;
        is_done = add_joined(kept, begin, inner.runs[i]);
    }
    if (is_done) is_done = add_joined(kept, begin, (Run){gap.first_end - end, gap.second_end - end, end});
    if (is_done && 4 * common < n + m) {
        int64_t left = begin;
        for (int64_t i = begin; i < kept->count; i++)
            if (kept->runs[i].length >= kShortestChance) kept->runs[left++] = kept->runs[i];
        kept->count = left;
    }
    free(inner.runs);
    return is_done;
}

static bool match(Aligner *aligner, Gap gap, const int64_t *widths) {
    int64_t n = gap.first_end - gap.first, m = gap.second_end - gap.second;
    if (!n || !m) return true;
    // In so few words nothing can have moved, and looking for anchors costs more than the comparison.
    if (!*widths || smaller(n, m) < kShortestMove) return n > kLargestGap / m || match_words(aligner, gap);
    Runs anchors = {0}, backbone = {0};
    bool is_done = find_anchors(aligner, gap, *widths, &anchors) && choose_backbone(&anchors, &backbone, &aligner->elsewhere);
    for (int64_t i = 0; i <= backbone.count && is_done; i++) {
        bool is_last = i == backbone.count;
        Run run = is_last ? (Run){gap.first_end, gap.second_end, 0} : backbone.runs[i];
        Gap between = {gap.first, run.first, gap.second, run.second};
        is_done = match(aligner, between, widths + 1) && (is_last || add(&aligner->kept, run));
        gap.first = run.first + run.length;
        gap.second = run.second + run.length;
    }
    free(anchors.runs);
    free(backbone.runs);
    return is_done;
}

// Choose runs out of order that are long and do not overlap others, longest first; they come to stand in `elsewhere`.
static bool choose_moves(Aligner *aligner, int64_t n, int64_t m) {
    Runs *runs = &aligner->elsewhere;
    if (!runs->count) return true;
    bool *taken = calloc(n + m, sizeof(bool)), *taken_there = taken + n;
    if (!taken) return false;
    for (int64_t i = 0; i < aligner->kept.count; i++) {
        Run run = aligner->kept.runs[i];
        memset(taken + run.first, true, run.length);
        memset(taken_there + run.second, true, run.length);
    }
    qsort(runs->runs, runs->count, sizeof(Run), longest_first);
    int64_t count = 0;
    for (int64_t i = 0; i < runs->count; i++) {
        Run run = runs->runs[i];
        int64_t length = 0;
        while (length < run.length && !taken[run.first + length] && !taken_there[run.second + length]) length++;
        if (length < kShortestMove) continue;
        memset(taken + run.first, true, length);
        memset(taken_there + run.second, true, length);
        runs->runs[count++] = (Run){run.first, run.second, length};
    }
    runs->count = count;
    qsort(runs->runs, runs->count, sizeof(Run), by_place);
    free(taken);
    return true;
}

// Align texts of n and m words, by hashes of their words. `kept` and `moved` have room for as many runs as the shorter one
// has words; `counts` gets how many of each there are. Return whether there was memory enough.
EXPORT int32_t words_align(const uint64_t *a, int64_t n, const uint64_t *b, int64_t m, Run *kept, Run *moved, int64_t *counts) {
    Aligner aligner = {a, b, {0}, {0}};
    bool is_done = match(&aligner, (Gap){0, n, 0, m}, kWidths) && choose_moves(&aligner, n, m);
    if (is_done) {
        counts[0] = aligner.kept.count;
        counts[1] = aligner.elsewhere.count;
        if (counts[0]) memcpy(kept, aligner.kept.runs, counts[0] * sizeof(Run));
        if (counts[1]) memcpy(moved, aligner.elsewhere.runs, counts[1] * sizeof(Run));
    }
    free(aligner.kept.runs);
    free(aligner.elsewhere.runs);
    return is_done;
}
