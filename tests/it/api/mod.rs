//! What each room promises, example by example.

mod enterprise;
mod exact;
mod industry;
mod land_use;
mod parcel_allocation;
mod quantity;
mod region;
mod register;
mod stats;
