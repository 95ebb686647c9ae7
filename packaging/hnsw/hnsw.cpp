// hnswlib behind a plain C interface, which every version of Python loads by ctypes.
//
// hnswlib's own Python module has to be compiled for each version of Python, is published without wheels, uses what the
// compiling machine's processor has or no vector instructions at all, and holds Python's lock while it loads a graph. Here is
// what Findling needs of it. The algorithm and the format of its files are hnswlib's, unchanged.
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "hnswlib/hnswlib.h"
#include "inner_product.h"

#if defined(_WIN32)
#define EXPORT extern "C" __declspec(dllexport)
#else
#define EXPORT extern "C" __attribute__((visibility("default")))
#endif

namespace {

enum Outcome : int32_t { kDone = 0, kFailed = 1, kNoMemory = 2 };

thread_local std::string failure;

class Space : public hnswlib::SpaceInterface<float> {
 public:
    Space(size_t dimensions, findling::Distance distance) : dimensions_(dimensions), distance_(distance) {}
    size_t get_data_size() override { return dimensions_ * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return distance_; }
    void *get_dist_func_param() override { return &dimensions_; }

 private:
    size_t dimensions_;
    findling::Distance distance_;
};

// Number of a kernel -> what it measures by; -1 is the best.
findling::Distance find_distance(int32_t kernel) {
    size_t count;
    const auto *kernels = findling::list_kernels(count);
    return kernels[kernel < 0 || static_cast<size_t>(kernel) >= count ? count - 1 : kernel].distance;
}

// Return the place on the lowest level at which a search begins. hnswlib's own searchKnn does the same, but keeps the number
// of candidates in the graph, where another thread's search would change it, and puts its answer through a second heap.
hnswlib::tableint descend(const hnswlib::HierarchicalNSW<float> &index, const float *query) {
    auto distance_to = [&](hnswlib::tableint place) {
        return index.fstdistfunc_(query, index.getDataByInternalId(place), index.dist_func_param_);
    };
    hnswlib::tableint nearest = index.enterpoint_node_;
    float least = distance_to(nearest);
    for (int level = index.maxlevel_; level > 0; level--) {
        for (bool closer = true; closer;) {
            closer = false;
            hnswlib::linklistsizeint *links = index.get_linklist(nearest, level);
            const size_t count = index.getListCount(links);
            for (size_t link = 1; link <= count; link++) {
                const float distance = distance_to(links[link]);
                if (distance < least) {
                    least = distance;
                    nearest = links[link];
                    closer = true;
                }
            }
        }
    }
    return nearest;
}

// No exception may leave a function that C calls. hnswlib tells by words alone that memory is wanting.
template <class Work>
int32_t attempt(Work work) {
    try {
        work();
        return kDone;
    } catch (const std::bad_alloc &) {
        return kNoMemory;
    } catch (const std::length_error &) {
        return kNoMemory;
    } catch (const std::exception &error) {
        failure = error.what();
        return failure.rfind("Not enough memory", 0) == 0 ? kNoMemory : kFailed;
    }
}

// A file of saveIndex in memory, read from its beginning on.
class Reading {
 public:
    Reading(const char *file, size_t size) : at_(file), end_(file + size) {}

    const char *skip(size_t bytes) {
        if (static_cast<size_t>(end_ - at_) < bytes) throw std::runtime_error("The index is shorter than it says");
        const char *skipped = at_;
        at_ += bytes;
        return skipped;
    }

    template <class Value>
    void take(Value &value) {
        std::memcpy(&value, skip(sizeof value), sizeof value);
    }

    bool is_done() const { return at_ == end_; }

 private:
    const char *at_, *end_;
};

// Let a graph, which was made empty, be searched in a file that lies in memory: as loadIndex, but nothing is copied, and what
// only placing needs (locks, the places of labels) is left out.
void view(hnswlib::HierarchicalNSW<float> &index, Space &space, const char *file, size_t size) {
    Reading reading(file, size);
    size_t count;
    reading.take(index.offsetLevel0_);
    reading.take(index.max_elements_);
    reading.take(count);
    reading.take(index.size_data_per_element_);
    reading.take(index.label_offset_);
    reading.take(index.offsetData_);
    reading.take(index.maxlevel_);
    reading.take(index.enterpoint_node_);
    reading.take(index.maxM_);
    reading.take(index.maxM0_);
    reading.take(index.M_);
    reading.take(index.mult_);
    reading.take(index.ef_construction_);
    index.data_size_ = space.get_data_size();
    index.fstdistfunc_ = space.get_dist_func();
    index.dist_func_param_ = space.get_dist_func_param();
    index.size_links_per_element_ = index.maxM_ * sizeof(hnswlib::tableint) + sizeof(hnswlib::linklistsizeint);
    index.size_links_level0_ = index.maxM0_ * sizeof(hnswlib::tableint) + sizeof(hnswlib::linklistsizeint);
    if (index.size_data_per_element_ && count > size / index.size_data_per_element_)
        throw std::runtime_error("The index is shorter than it says");
    const char *level_0 = reading.skip(count * index.size_data_per_element_);
    index.visited_list_pool_.reset(new hnswlib::VisitedListPool(1, static_cast<int>(count)));
    index.element_levels_.assign(count, 0);
    index.linkLists_ = static_cast<char **>(std::calloc(std::max<size_t>(count, 1), sizeof(char *)));
    if (!index.linkLists_) throw std::bad_alloc();
    for (size_t place = 0; place < count; place++) {
        hnswlib::linklistsizeint bytes;
        reading.take(bytes);
        if (!bytes) continue;
        index.element_levels_[place] = static_cast<int>(bytes / index.size_links_per_element_);
        index.linkLists_[place] = const_cast<char *>(reading.skip(bytes));
    }
    if (!reading.is_done()) throw std::runtime_error("The index is longer than it says");
    index.max_elements_ = count;
    index.cur_element_count = count;
    index.data_level0_memory_ = const_cast<char *>(level_0);
}

}  // namespace

struct Graph {
    Space space;
    hnswlib::HierarchicalNSW<float> index;
    bool is_view = false;

    Graph(size_t dimensions, findling::Distance distance, size_t capacity, size_t links, size_t effort)
        : space(dimensions, distance), index(&space, capacity, links, effort) {}
    Graph(size_t dimensions, findling::Distance distance, size_t capacity, const std::string &path)
        : space(dimensions, distance), index(&space, path, false, capacity) {}
    Graph(size_t dimensions, findling::Distance distance, const char *file, size_t size)
        : space(dimensions, distance), index(&space), is_view(true) {
        try {
            view(index, space, file, size);
        } catch (...) {
            let_go();
            throw;
        }
    }
    ~Graph() {
        if (is_view) let_go();
    }

 private:
    // What lies in the file is not the graph's to free.
    void let_go() {
        index.data_level0_memory_ = nullptr;
        index.cur_element_count = 0;
    }
};

// What the last call that failed in this thread says.
EXPORT const char *hnsw_failure() { return failure.c_str(); }

// Kernels that this processor can run; the last is the best.
EXPORT int32_t hnsw_kernels() {
    size_t count;
    findling::list_kernels(count);
    return static_cast<int32_t>(count);
}

EXPORT const char *hnsw_kernel_name(int32_t number) {
    size_t count;
    return findling::list_kernels(count)[number].name;
}

EXPORT float hnsw_inner_product(int32_t kernel, const float *left, const float *right, uint64_t dimensions) {
    const size_t length = dimensions;
    return 1.0f - find_distance(kernel)(left, right, &length);
}

// Number `kernel` of the kernels; -1 is the best.
EXPORT int32_t hnsw_create(uint64_t dimensions, int32_t kernel, uint64_t capacity, uint64_t links, uint64_t effort,
                           Graph **graph) {
    return attempt([&] { *graph = new Graph(dimensions, find_distance(kernel), capacity, links, effort); });
}

EXPORT int32_t hnsw_load(uint64_t dimensions, int32_t kernel, uint64_t capacity, const char *path, Graph **graph) {
    return attempt([&] { *graph = new Graph(dimensions, find_distance(kernel), capacity, std::string(path)); });
}

// Search in a file that lies in memory, and stays there as it is for as long as the graph is used.
EXPORT int32_t hnsw_view(uint64_t dimensions, int32_t kernel, const char *file, uint64_t size, Graph **graph) {
    return attempt([&] { *graph = new Graph(dimensions, find_distance(kernel), file, size); });
}

EXPORT void hnsw_free(Graph *graph) { delete graph; }

EXPORT uint64_t hnsw_count(const Graph *graph) { return graph->index.cur_element_count; }

EXPORT uint64_t hnsw_file_size(const Graph *graph) { return graph->index.indexFileSize(); }

EXPORT int32_t hnsw_save(Graph *graph, const char *path) {
    return attempt([&] { graph->index.saveIndex(path); });
}

// Place `count` vectors by `threads` threads, the first one alone: it becomes where all the others begin.
EXPORT int32_t hnsw_add(Graph *graph, const float *vectors, const int64_t *labels, uint64_t count, uint64_t threads) {
    return attempt([&] {
        const size_t dimensions = graph->space.get_data_size() / sizeof(float);
        std::atomic<uint64_t> next{0};
        std::exception_ptr thrown;
        std::mutex guard;
        auto place = [&](uint64_t end) {
            try {
                for (uint64_t row; (row = next.fetch_add(1)) < end;) {
                    graph->index.addPoint(vectors + row * dimensions, static_cast<size_t>(labels[row]));
                }
            } catch (...) {
                std::lock_guard<std::mutex> lock(guard);
                thrown = std::current_exception();
                next = count;
            }
        };
        if (graph->index.cur_element_count == 0) {
            place(1);
            next = std::min<uint64_t>(next, 1);
        }
        std::vector<std::thread> helpers;
        for (uint64_t helper = 1; helper < threads && !thrown; helper++) helpers.emplace_back(place, count);
        if (!thrown) place(count);
        for (auto &helper : helpers) helper.join();
        if (thrown) std::rethrow_exception(thrown);
    });
}

// Write the labels and the vectors of the places `start` to `end` (exclusive), in the order in which they were placed.
EXPORT void hnsw_read(const Graph *graph, uint64_t start, uint64_t end, int64_t *labels, float *vectors) {
    const size_t dimensions = *static_cast<const size_t *>(graph->index.dist_func_param_);
    for (uint64_t place = start; place < end; place++) {
        const auto inner = static_cast<hnswlib::tableint>(place);
        labels[place - start] = static_cast<int64_t>(graph->index.getExternalLabel(inner));
        std::memcpy(vectors + (place - start) * dimensions, graph->index.getDataByInternalId(inner),
                    dimensions * sizeof(float));
    }
}

// Write the labels and scores of the best `k`, best first, among `width` candidates; `found` becomes how many there are.
EXPORT int32_t hnsw_search(const Graph *graph, const float *query, uint64_t k, uint64_t width, int64_t *labels,
                           float *scores, uint64_t *found) {
    return attempt([&] {
        const auto &index = graph->index;
        *found = 0;
        if (index.cur_element_count == 0) return;
        auto nearest = index.searchBaseLayerST<true>(descend(index, query), query, std::max(k, width));
        while (nearest.size() > k) nearest.pop();
        *found = nearest.size();
        for (uint64_t place = nearest.size(); place-- > 0; nearest.pop()) {
            labels[place] = static_cast<int64_t>(index.getExternalLabel(nearest.top().second));
            scores[place] = 1.0f - nearest.top().first;
        }
    });
}
